"""Every threshold, with what it was calibrated on. Nothing else lives here."""

from typing import Final

# --- segmentation -------------------------------------------------------------------------------
# The shortest sentence that still states something ("China denied it." has three words, "He won
# again." too, but below four words the sentences of BASIL are interjections and fragments).
MIN_CLAIM_WORDS: Final = 4
# A line without a full stop is a heading or a menu below this, a clipped sentence above. Read off
# the 300 BASIL and 500 AllSides articles.
MIN_UNPUNCTUATED_WORDS: Final = 8
# What is left of a text without any claim may be clipped down to this ("Shark attacks drone").
MIN_LONE_WORDS: Final = 2
# With at least this many words before or around it, a quoted or tagged-on question leaves a
# statement standing. Read off 300 sentences of AllSides that end in a question mark.
MIN_STATEMENT_WORDS: Final = 8
# The sentence splitter takes time by the square of the opening quotes in a paragraph: at 100,000,
# seconds. Of 400,000 paragraphs of AllSides one is longer than this.
MAX_BLOCK_CHARS: Final = 20_000
# A sentence is a quotation when at least this share of its characters is quoted.
QUOTATION_SHARE: Final = 0.5

# --- embedding ----------------------------------------------------------------------------------
# Texts in one forward pass: 32 and 64 are equally fast on two cores, larger ones pad more.
ENCODE_BATCH: Final = 32
# Claims embedded and committed together: enough that batches sorted by length hold little padding
# (2,000 were 8 % slower), few enough that an interruption loses seconds.
CLAIMS_PER_CHUNK: Final = 8_000

# --- vector search ------------------------------------------------------------------------------
# From how many queries at once a matrix product beats single scans: over 160,000 vectors on two
# cores 8 queries gained nothing, 40 ran five times faster.
BLAS_MIN_QUERIES: Final = 20
# Two cosines nearer than this may be those of equal vectors, as a matrix product rounds them; seen
# were differences of 6e-8.
BLAS_ROUNDING: Final = 1e-6
# A filter that keeps at least this share of the vectors is applied after the search, on a ranking
# this many times longer than asked for.
BLAS_MIN_KEPT: Final = 0.7
OVERFETCH: Final = 4
# Up to this many vectors are all compared, which takes 5 ms for one query.
MAX_EXACT_CLAIMS: Final = 50_000
# More lie in this times the square root of their number of lists, rounded to a power of two, each
# trained on this many vectors per list in this many rounds. On 1.5 million claims of AllSides 4,096
# lists reached a recall of 0.99 in half the time that 2,048 took; more training gained nothing.
LISTS_PER_ROOT: Final = 3.3
TRAINING_PER_LIST: Final = 48
TRAINING_ROUNDS: Final = 8
# How many candidates of a compressed index are compared again with the stored vectors: with 100
# the recall is that of the lists themselves, 50 lost one in a hundred.
RERANKED: Final = 100
# The share of the ten nearest that a compressed index has to find, measured on this many of its own
# vectors. The fewest lists with which it does so are looked into, but no more than hold as many
# vectors as MAX_PROBED: comparing those takes 3 ms, and the last half hundredth of recall among the
# 1.5 million claims of AllSides takes as much again.
RECALL_AIM: Final = 0.99
RECALL_K: Final = 10
RECALL_PROBES: Final = 400
MAX_PROBED: Final = 200_000

# A filter raises the number of lists by the share that it keeps to this power: by 1 as many kept
# vectors would be met as without it, but the nearest kept ones also lie further away. With 1.5,
# sharply clustered vectors of which a tenth was kept lost three neighbours in a hundred.
LISTS_PER_FILTER: Final = 2

# --- words --------------------------------------------------------------------------------------
# How soon a repeated word stops to count, and how much a long claim is discounted. The best of a
# grid on the training queries of CheckThat! 2020 (MAP@5 of words alone 0.818; the usual 1.2 and
# 0.75 reach 0.807).
BM25_SATURATION: Final = 0.9
BM25_LENGTH_SHARE: Final = 0.4
# Telling words in a claim, over AllSides.
BM25_AVERAGE_WORDS: Final = 13.0
# How many postings bring in candidates before the lists of the more common words only add to the
# best of them, and how many those are. Over 1.5 million claims 99.7 % of the first ten stay the
# same, and the slowest queries take half the time.
BM25_POSTINGS: Final = 200_000
BM25_MIN_CANDIDATES: Final = 1_000

# --- the derived files --------------------------------------------------------------------------
# Files are written when more claims than this came since the last ones; fewer are read from the
# database and searched exactly, which costs a process 40 ms to start.
MAX_UNBUILT_CLAIMS: Final = 2_000
# In a long run files are written as often as this, so that readers meanwhile need not search more
# claims without, and once more as one at its end; building them takes 45 microseconds a claim,
# embedding a millisecond.
MAX_UNBUILT_IN_RUN: Final = 400_000
# More claims than this are not searched without files: reading them takes 10 seconds and 1 GB.
MAX_READ_CLAIMS: Final = 500_000
# New files take older ones in that are at most this many times as large: their number then grows
# with the logarithm of the claims, and each claim is written again as many times.
ABSORBED_RATIO: Final = 2
# A file is written anew without the claims that are gone when they exceed this share of it.
MAX_GONE_SHARE: Final = 0.1

# --- retrieval ----------------------------------------------------------------------------------
# How deep each retriever looks before the two rankings are fused.
RETRIEVER_DEPTH: Final = 50
# The constant of reciprocal rank fusion. Its authors took 60; on the training queries of CheckThat!
# 2020 those from 5 to 20 are equally good (MAP@5 0.889 to 0.892) and better than 60 (0.886).
RRF_CONSTANT: Final = 5
# A stored vector is rounded to half precision; over 100,000 of them the length was off by less
# than a tenth of this.
MAX_NORM_ERROR: Final = 0.005

# --- comparing two claims -----------------------------------------------------------------------
# The best of a grid by relation macro-F1 on 306 annotated cross-outlet pairs, 120 from BASIL and
# 186 from AllSides. Those pairs were drawn to be close, so RELATED_SIMILARITY is read off random
# pairs of one week instead.
SAME_FACT_SIMILARITY: Final = 0.70
SAME_FACT_OVERLAP: Final = 0.4
# Less alike ones that share a telling figure speak of one fact from here. Of 40 such pairs of eight
# weeks of AllSides some 27 did; of the development pairs all three do.
FIGURE_SIMILARITY: Final = 0.50
FIGURE_OVERLAP: Final = 0.25
RELATED_SIMILARITY: Final = 0.45
CONFLICT_SIMILARITY: Final = 0.60
CONFLICT_OVERLAP: Final = 0.45
# With fewer words in common a sure conflict needs NLI in both directions. In 24 weeks of AllSides
# two such pairs came, both right; of those that NLI sees less of few were.
LOOSE_SIMILARITY: Final = 0.65
LOOSE_OVERLAP: Final = 0.28
LOOSE_CONTRADICTION: Final = 0.35
# NLI has to read a contradiction at least this likely, in one direction: the best by F1 on the same
# pairs. Another name in a near copy is mostly another form of it, so there both directions have to.
# Of the same pairs this keeps the contradictions that 0.8 of an earlier, surer model kept, and lets
# 8 in 100 pairs through rather than 5; among weeks of AllSides it was not chosen anew.
CONFLICT_CONTRADICTION: Final = 0.15
UNSURE_CONTRADICTION: Final = 0.65
# Less sure than this (similarity times the mean of both directions), what isn't a near copy is no
# contradiction. Of the pairs of two draws of 26 weeks (AllSides) called one below this, 2 of 23
# were; of those above, 24 of 35.
MIN_CONTRADICTS_CERTAINTY: Final = 0.25
# Words of two claims together above which a contradiction is the less sure the more there are. Of
# 74 pairs of five draws of weeks (AllSides) called one, 35 of 58 shorter ones were and 5 of 16
# longer ones.
MAX_PAIR_WORDS: Final = 60
SAME_SIMILARITY: Final = 0.85
SAME_OVERLAP: Final = 0.6
# Published further apart than this, two claims speak of one event only if they are nearly the same.
# Read off reports on BASIL articles against AllSides: matches from other years were other events.
SAME_EVENT_DAYS: Final = 45
# Below SAME_FACT_SIMILARITY two claims are of one story only if published within this many days.
# Of the development pairs, drawn from one week each, none is further apart.
SAME_STORY_DAYS: Final = 7
# Published within this many days, two figures may be meant for the same moment. Judgement.
SAME_TIME_DAYS: Final = 3
# Content words shared (Jaccard) from which two claims are read as edits of one another.
NEAR_COPY: Final = 0.5
# The share of all words, in order, from which they are read so too: in a short claim one other word
# is a third of those with content. Read off single edits in articles of AllSides and BASIL.
LIKE_IN_ORDER: Final = 0.7
# A longer stretch in place of another is no replacement but another sentence.
MAX_REPLACED_WORDS: Final = 6
# A phrase that only one side has is an added detail from so many words with content that the other
# lacks, with at most this many that both have, as a number and times as many; so many phrases are
# named for each side. The best of a grid on the development pairs by how well they cover the words
# that the annotators named (intersection over union, mean of F1 0.18 for runs of words, 0.23 for
# phrases): 3 words lose dates and places, one word is mostly none, shares of 0.3 to 0.7 and 2 to 4
# words do about equally well.
MIN_ADDED_WORDS: Final = 2
MAX_SHARED_RATIO: Final = 0.67
MAX_SHARED_WORDS: Final = 3
MAX_ADDED: Final = 2
# Shorter ones don't keep two claims that are otherwise the same from being so.
MIN_TELLING_WORDS: Final = 3
# Who says less than this share of a claim's characters is not whose claim it is. Judgement.
MIN_SOURCED_SHARE: Final = 0.3
# How far (as a share) "about" may be off, and how far a rounded number may be from the exact one.
# Judgement: "about 1,200" for 1,187 is fair, "100" for 120 is not.
MAX_APPROXIMATION: Final = 0.1
MAX_ROUNDING: Final = 0.05
# Two larger numbers nearer than this are two figures for one thing. Judgement: tolls, costs and
# crowds of one event are told with up to a quarter between them.
MAX_NEAR_RATIO: Final = 1.25
# Figures that can both hold are one figure, told more and less exactly, only if the larger is at
# most so many times the other. Judgement: "more than 68,000" says nothing of "almost 1.2 million".
MAX_FIGURE_RATIO: Final = 1.5
# Characters between a predicate and the words that show it to be the one denied on the other side,
# for both to be shown as one place. Judgement: a clause.
STATED_REACH: Final = 60
# Fewer content words in common, and no name, are no sign that a figure or an hour is of one thing.
# Read off the pairs ranked highest among 47,000 of one week: "Polls close at 7 p.m."
MIN_COMMON_STEMS: Final = 4
# The most differences named for one pair; more are noise to a reader.
MAX_DIFFERENCES: Final = 4
# Content words shared (Jaccard) from which two claims are one text, reprinted; chosen on the
# reprints of the sample corpus.
COPY_OVERLAP: Final = 0.75
MIN_COPY_WORDS: Final = 5
# Two articles are copies when this share of the runs of words of the shorter one, outside of
# quotations, stands in the other. Chosen on the tune half of corpora/origins: F1 is 0.90 from 0.35
# to 0.38; less for articles that credit the same agency gained nothing there. Runs of 4 words do as
# well as 5, of 6 worse.
COPY_RUN_WORDS: Final = 5
COPY_SHARE: Final = 0.36
# Of the runs one in this many is kept (1.5 kB an article), and so many of the kept must be shared:
# on the same half 20 was best of 6, 10, 15 and 20.
RUN_SAMPLE: Final = 4
MIN_COPY_RUNS: Final = 20
# A run that more articles have is a menu or a legal line; 8 and 20 did no better.
COMMON_RUN: Final = 12
# Articles published more days apart are no copies of one text: on the tune half 3 and 7 were
# equally good, 14 and more worse.
COPY_DAYS: Final = 7
# Claims that share so many words in a row are one text. Judgement: names and titles are shorter.
COPY_RUN: Final = 12
# The share of the content words of the shorter claim from which two claims of one speaker are one
# thing that he says, and the fewest content words of either. Judgement.
SAID_OVERLAP: Final = 0.6
MIN_SAID_WORDS: Final = 2
# How many candidates are compared for a claim unless the person says otherwise.
DEFAULT_K: Final = 10
# The same when two articles are compared without an index: more than a few claims of one article
# do not speak of one fact.
PAIR_K: Final = 3

# --- NLI ----------------------------------------------------------------------------------------
# Pairs in one forward pass of a cross-encoder.
NLI_BATCH: Final = 32
# Word pieces of premise and hypothesis together; as in training. Of a thousand pairs of claims in
# AllSides one is longer, and its end is cut.
NLI_MAX_TOKENS: Final = 128

# --- the floor that comparison is measured against ----------------------------------------------
# Thresholds on the cosine alone; the best triple on the development pairs, so a hard floor.
FLOOR_SAME: Final = 0.85
FLOOR_DIFFERS: Final = 0.68
FLOOR_RELATED: Final = 0.35
# And from which probability NLI alone decides: the middle, as its probabilities are calibrated.
FLOOR_NLI: Final = 0.5

# --- engines ------------------------------------------------------------------------------------
# An engine is sound if its vectors have at least this mean cosine to the reference's; bfloat16
# reaches 0.9999, eight-bit integers 0.992.
MIN_ENGINE_COSINE: Final = 0.995
# Engines whose rate is at least this share of the best's count as equally quick: that is the noise
# between two measurements.
ENGINE_TIE: Final = 0.85
# An exported graph that is off by more than rounding was not exported right.
MIN_GRAPH_COSINE: Final = 0.9999
# Texts in one forward pass of the bulk engine, and what their token counts are rounded up to:
# 64 and 8 were the quickest of 32 to 128 and 1 to 16 on a processor with AMX.
BULK_BATCH: Final = 64
PAD_TO_MULTIPLE: Final = 8

# --- references ---------------------------------------------------------------------------------
# A sentence with a larger share of its longer words capitalised is set like a headline, and its
# capitals tell no names. Judgement.
MAX_CAPITALISED_SHARE: Final = 0.6
# In longer sentences no pronoun is resolved: they are lists and texts without full stops, and
# reading them takes time by the square of their tokens. Judgement.
MAX_RESOLVED_TOKENS: Final = 200
# How many candidates of a sentence a pronoun is held against. Judgement: only lists have more.
MAX_CANDIDATES: Final = 40
# "The committee" stands for the only committee of the article if that is named at most this many
# sentences before. Judgement.
DESCRIPTION_REACH: Final = 4

# --- quantities and times -----------------------------------------------------------------------
# "Oct. 17" without a year and without a verb that tells is the next one if that is at most this
# many days away, else the last one. Judgement: news announces a day weeks ahead, and recalls one
# of ten months ago with its year.
MAX_DAYS_AHEAD_UNTOLD: Final = 60

# --- check-worthiness ---------------------------------------------------------------------------
# From this probability a sentence counts as worth checking. On the sentences of ClaimBuster, each
# scored by weights that didn't see its fifth of the set, F1 is flat from 0.30 to 0.40 (0.723 to
# 0.728); the upper end, as news scores higher than debates do (100 sentences of AllSides).
CHECKWORTHY: Final = 0.4
# A sentence in the present tense below this states no fact but an opinion. Read off 180 sentences
# of AllSides.
MUSING_CHECKWORTHINESS: Final = 0.15

# --- claims within sentences --------------------------------------------------------------------
# A list in a list in a list stands for very many claims; the first of them are enough.
MAX_ALTERNATIVES: Final = 12
# Longer sentences are lists, tables and texts without full stops; the parse of those is worth
# little, and its tree can be deeper than Python goes.
MAX_PARSED_CHARS: Final = 1_000
# A claim that leaves out less than this of its sentence is the sentence. Judgement.
WHOLE_SENTENCE_SHARE: Final = 0.9
# Clauses that leave out more of their sentence than this share of it have lost something that it
# says; it stays whole. Read off 80 sentences of BASIL.
MIN_COVERED_SHARE: Final = 0.85
# A claim is somebody's when at least this share of its characters is what he says.
MIN_SAID_SHARE: Final = 0.5
# What stands in a claim before who says it ("On Friday, after the vote,") is at most this share of
# it. Read off 200 claims of AllSides.
MAX_LEAD_SHARE: Final = 0.4
# A source of more words is a clause, and no name. Read off 250 articles of AllSides.
MAX_SOURCE_WORDS: Final = 14
# The fewest words of a clause ("China denied it") and of a proposition ("actor Harrison Ford").
MIN_CLAUSE_WORDS: Final = 3
MIN_PROPOSITION_WORDS: Final = 2

# --- attribution --------------------------------------------------------------------------------
# Longer sentences are lists, tables and texts without full stops, and reading them takes time by
# the square of their tokens: of 7,000 sentences of PolNeAR, the quotations in one piece included,
# the longest has 222.
MAX_ATTRIBUTED_TOKENS: Final = 400

# --- turns of a conversation --------------------------------------------------------------------
# A conversation has at least so many labelled turns. Judgement, like the three below, checked by
# eye on 22 articles of AllSides with labels.
MIN_TURNS: Final = 3
# Where at least this share of the lines has a label, a line without one goes on with the turn.
MIN_TURN_SHARE: Final = 0.4
# "BILL McKIBBEN" is in capitals too.
MIN_CAPITALS_SHARE: Final = 0.7
# Longer words in capitals are names, not acronyms.
MAX_ACRONYM: Final = 4

# --- omissions ----------------------------------------------------------------------------------
# Articles this many days apart tell one story at most: of the 600 pairs of articles on one event in
# BASIL 536 lie no further apart, and what comes later our article couldn't know. So many of them
# are looked at.
SISTER_DAYS: Final = 1
MAX_SISTER_CANDIDATES: Final = 40
# Articles tell one story from this sum: the cosine of the means of their vectors, and the mean of
# so many of the highest cosines that our claims have to one of theirs. Of 406 pairs of BASIL on one
# event it finds 341; with less, other events of a running story come in.
SISTER_CLOSENESS: Final = 1.5
SISTER_FACTS: Final = 3
# Our article says what another says when one of our claims has this cosine to it, when two of ours
# together hold this share of its telling words, or the whole article this one, or when this share
# of its runs of so many words stands in our text. These and those below were chosen for precision
# while reading some 130 omissions in reports on articles of AllSides and BASIL.
COVERED_SIMILARITY: Final = 0.62
COVERED_BY_TWO: Final = 0.5
COVERED_BY_ARTICLE: Final = 0.6
COVERED_RUN_SHARE: Final = 0.25
COVERED_RUN_WORDS: Final = 5
# What one says with this cosine to something that our article covers is covered, too.
TWIN_SIMILARITY: Final = 0.75
# Two outlets state one thing from this cosine, and from this sum of it, doubled, and the share of
# telling words that they have in common.
SAME_STATEMENT_SIMILARITY: Final = 0.70
SAME_STATEMENT: Final = 1.93
# A claim belongs to the story from this cosine to the mean of our claims, and says something with
# so many words that carry content.
STORY_SIMILARITY: Final = 0.4
MIN_OMISSION_WORDS: Final = 5
# What is dated further back than this, or was reported with this cosine before the days of the
# story, is background.
BACKGROUND_DAYS: Final = 20
BACKGROUND_SIMILARITY: Final = 0.75
# Two omissions that share so many words in a row quote the same.
ECHO_RUN: Final = 4
# How many are held against earlier reports, and how many are shown.
MAX_OMISSIONS_READ: Final = 30
MAX_OMISSIONS: Final = 10

# --- stance of an article -----------------------------------------------------------------------
# All chosen on the tune half of the FNC-1 train split, whose stories the held-out half doesn't
# share. An article is about a headline when the cosine of its nearest sentence, plus half the share
# of the headline's content words that it has, comes to this.
ABOUT_HEADLINE: Final = 0.64
HEADLINE_WORDS_SHARE: Final = 0.5
# How much a sentence counts as denial: 1 where it calls a story invented or untrue, less where it
# tells of a dispute or doubt, less again where somebody is quoted for it.
DISPUTE: Final = 0.5
ATTRIBUTED_DENIAL: Final = 0.5
# The first sentences count more often. Sentences further away than this cosine, which do not speak
# of a report or a video either, do not count.
LEAD_SENTENCES: Final = 5
LEAD_WEIGHT: Final = 2.0
DENIAL_SIMILARITY: Final = 0.2
# A sentence this near that negates so many words of the headline counts so much.
ECHO_SIMILARITY: Final = 0.4
ECHOED_WORDS: Final = 3
ECHO: Final = 0.25
# From so much denial an article denies what a headline states, and what a headline only hedges.
DENIED: Final = 1.5
DENIED_THOUGH_HEDGED: Final = 4.0
# A sentence with a negation this near to a headline that denies, or entailing it this likely, also
# denies.
SAME_DENIAL_SIMILARITY: Final = 0.6
SAME_DENIAL_ENTAILMENT: Final = 0.6
# An article that hedges more of its sentences than this does not state what a headline denies.
HEDGED_SHARE: Final = 0.25
# How many of the nearest sentences an NLI model reads.
JUDGED_SENTENCES: Final = 4

# --- decisions ---
# A note is a remark beside a match: the longest that a person is likely to type is far below this,
# and a report that shows it stays readable. Chosen, not calibrated; in characters.
MAX_NOTE: Final = 2_000
# The floor: the cosine of the nearest sentence alone, at its best cut on the same half.
FLOOR_ABOUT: Final = 0.46
