"""Words that tell what a name names: first names, titles, words for bodies, places and people.

Written for English-language news. A list here need not be complete, but what stands in it has to be
nearly always right: an unknown word leaves a name unsure, a wrong one makes a wrong reading.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE_NAMES: Final = _words(
    "Aaron Abdel Abdul Abdullah Abraham Adam Adrian Ahmad Ahmed Alan Albert Alberto Alejandro "
    "Alexander Alfred Ali Allan Allen Alonzo Alvin Amos Andre Andres Andrew Andy Anthony Antonin "
    "Antonio Antony Archie Armando Arnold Arthur Augustus Austin Avery Barack Barney Barry Bart "
    "Bashar Ben Benjamin Bennie Benny Bernard Bernie Bill Billy Blaine Bob Bobby Boris Brad "
    "Bradford Bradley Brandon Brendan Brent Brett Brian Brock Bruce Bryan Bryce Byron Calvin Carl "
    "Carlos Cedric Cesar Chad Charles Charlie Chester Christopher Chuck Clarence Clark Claude "
    "Clay Clayton Clifford Clint Cody Colin Conor Corey Cory Craig Curtis Cyrus Dan Daniel Danny "
    "Darius Darnell Darrell Darren Darryl Dave David Dean Dennis Derek Derrick Dexter Dick Diego "
    "Dmitry Dominic Dominick Don Donald Doug Douglas Drake Duncan Dustin Dwayne Dwight Earl Ed "
    "Eddie Edgar Eduardo Edward Edwin Eli Elias Elijah Elliott Elon Emmanuel Enrique Eric Erik "
    "Ernest Ernesto Esteban Ethan Eugene Evan Everett Fareed Felix Fernando Fidel Floyd Forrest "
    "Francisco Francois Frank Franklin Fred Frederick Gabriel Galen Garrett Gary Gavin Gene "
    "Geoffrey George Gerald Geraldo Gilbert Giovanni Giuseppe Glenn Gordon Graham Greg Gregg "
    "Gregory Guillermo Gustavo Guy Hakeem Hal Hamid Hank Hans Harold Harrison Harry Harvey Hassan "
    "Hector Henry Herbert Herman Homer Horace Howard Hugh Hugo Hussein Ian Ibrahim Ignacio Igor "
    "Ira Isaac Ishmael Ismail Ivan Jack Jacob Jacques Jair Jake Jamaal Jamal James Jared Jason "
    "Javad Javier Jay Jeb Jeff Jeffrey Jens Jeremy Jermaine Jerome Jerry Jesus Jim Jimmy Joachim "
    "Joaquin Joe Joel Joey John Johnny Jon Jonathan Jorge Jose Josef Joseph Josh Joshua Juan "
    "Julian Julio Jurgen Justin Kareem Karim Karl Keith Ken Kenneth Kent Kevin Khalid Kirk Kofi "
    "Kurt Kyle Lamar Lance Larry Lars Lawrence Leon Leonard Leonardo Leroy Levi Lionel Lloyd "
    "Lonnie Lorenzo Louis Luca Lucas Luis Luke Luther Lyndon Mahmoud Malcolm Manuel Marc Marcel "
    "Marco Marcus Mario Mark Marlon Marshall Martin Marvin Matt Matteo Matthew Maurice Mauricio "
    "Max Mel Merrick Micah Michael Miguel Mike Mikhail Mitch Mitt Mohamad Mohamed Mohammad "
    "Mohammed Moshe Muammar Muhammad Mustafa Nate Nathan Nathaniel Nawaz Neal Ned Neil Nelson "
    "Newt Nicholas Nicolas Nigel Noah Norman Nouri Olaf Oliver Omar Orrin Osama Oscar Otto Owen "
    "Pablo Patrick Paul Pedro Percy Pete Peter Phil Philip Phillip Pierre Preet Quentin Rafael "
    "Rahm Ralph Ramon Rand Randall Randy Rashad Ray Raymond Recep Reggie Reginald Rex Ricardo "
    "Richard Rick Ricky Rob Robert Roberto Rocco Rod Roderick Rodney Rodrigo Roger Roland Roman "
    "Ron Ronald Ross Rowan Roy Ruben Rudolph Rudy Rufus Rupert Russ Russell Ryan Salman Salvador "
    "Samuel Sanjay Santiago Saul Scott Sean Sebastian Sebastien Sergei Sergey Sergio Seth Shane "
    "Shawn Sheldon Shinzo Silvio Simon Solomon Spencer Stanley Stefan Stephen Steve Steven "
    "Stewart Stuart Syed Tariq Ted Terrell Terrence Thad Theodore Thom Thomas Tim Timothy Toby "
    "Todd Tom Tommy Tony Travis Trey Troy Tucker Tyler Tyrone Ulysses Vernon Victor Viktor Vince "
    "Vincent Virgil Vladimir Volodymyr Wallace Walter Warren Wayne Wendel Wendell Wesley Wilbur "
    "Will William Willie Winston Woodrow Xavier Yusuf Zach Zachary Zack"
)
FEMALE_NAMES: Final = _words(
    "Aaliyah Abigail Adriana Agnes Aisha Alexandra Alexandria Alice Alicia Alison Allison Alyssa "
    "Amanda Amber Amelia Amina Amy Ana Anastasia Andrea Angela Angelina Anita Anjali Ann Anna "
    "Anne Annette Annie Antoinette April Arlene Ashley Audrey Aung Barbara Beatrice Becky "
    "Bernadette Beth Betsy Betty Beverly Bonnie Brenda Brianna Bridget Britney Brittany Camila "
    "Camille Candace Carla Carly Carmen Carol Caroline Carolyn Carrie Catherine Cathy Cecilia "
    "Celeste Charlotte Chelsea Cheryl Christiane Christina Christine Cindy Claire Clara Claudia "
    "Colleen Condoleezza Connie Courtney Cristina Crystal Cynthia Daisy Danielle Darlene Dawn "
    "Debbie Deborah Debra Denise Diana Diane Dianne Dolores Donna Doris Dorothy Ebony Edith "
    "Eileen Ekaterina Elaine Eleanor Elena Elisabeth Elise Elizabeth Ella Ellen Elsie Emily Emma "
    "Erica Erika Erin Esther Ethel Eva Evelyn Fatima Faye Federica Felicia Fiona Florence Frances "
    "Gabriela Gabrielle Gail Gayle Georgia Gina Ginger Ginni Gladys Gloria Grace Greta Gretchen "
    "Gwen Gwendolyn Hannah Harriet Hazel Heather Heidi Helen Hillary Holly Hope Huma Ida Ilhan "
    "Ingrid Irene Irina Isabel Isabella Ivanka Ivy Jacinda Jacqueline Jane Janet Janice Jasmine "
    "Jeanette Jeanne Jen Jenna Jennifer Jenny Jessica Jill Joan Joanna Joanne Jodi Jody Josephine "
    "Joy Joyce Juanita Judith Judy Julia Juliana Julie June Kamala Kara Karen Kate Katherine "
    "Kathie Kathleen Kathryn Kathy Katie Katrina Kayla Kayleigh Keisha Kellie Kellyanne Kendra "
    "Kirsten Kirstjen Kristen Kristi Kristin Kristina Latoya Laura Lauren Layla Leila Lena Leslie "
    "Letitia Letizia Lillian Linda Ling Lisa Lois Loretta Lori Lorraine Louise Lucia Lucille Lucy "
    "Lydia Lynda Lynne Madeleine Maggie Malala Mandy Margaret Margrethe Maria Mariana Marianna "
    "Marianne Marie Marilyn Marine Marissa Marjorie Marlene Marsha Martha Mary Maureen Maxine "
    "Megan Meghan Megyn Mei Melania Melanie Melissa Mercedes Meredith Michele Michelle Mildred "
    "Millie Mindy Miranda Molly Monica Muriel Nadia Nancy Naomi Natalia Natalie Natasha Nia "
    "Nicole Nikki Nina Noor Nora Norma Odessa Olga Olivia Pamela Patricia Patty Paula Pauline "
    "Peggy Penny Phyllis Priscilla Priya Rachel Rashida Rebecca Renee Rhonda Rita Roberta Rosa "
    "Rosalind Rose Rosemary Rosie Roxanne Ruth Sabrina Sally Samantha Sandra Sanna Sara Sarah "
    "Savannah Selena Shannon Sharon Sheila Shelley Shelly Sherry Sheryl Shirley Silvia Simone "
    "Sofia Sonia Sophia Sophie Stacey Stacy Stella Stephanie Stormy Sue Susan Susanna Suzanne "
    "Svetlana Sylvia Tabitha Tamara Tammie Tammy Tanya Tara Tatiana Teresa Terri Thelma Theresa "
    "Tiffany Tina Tulsi Ursula Valentina Valerie Vanessa Velma Vera Veronica Vicki Vicky Victoria "
    "Viola Virginia Vivian Wanda Wendi Wendy Whitney Wilma Yasmin Yuki Yulia Yvonne Zainab Zoe"
)
# Names that men and women bear; they tell a person, but not whether "he" or "she".
OTHER_NAMES: Final = _words(
    "Alex Angel Blake Cameron Casey Chris Corrine Dana Drew Dylan Francis Hunter Jaime Jamie Jan "
    "Jean Jeh Jesse Jordan Kelly Kerry Kim Kris Lee Lindsay Lindsey Loren Lynn Marion Morgan Nat "
    "Nicola Pat Reince Robin Sam Sandy Sasha Sidney Taylor Terry Tracy Val"
)
FIRST_NAMES: Final = MALE_NAMES | FEMALE_NAMES | OTHER_NAMES
# Family names that come first, and alone stand for the person.
LEADING_SURNAMES: Final = _words(
    "Ban Chen Deng Guo Hu Huang Jiang Kim Li Lin Liu Ma Mao Moon Park Peng Roh Sun Wang Wen Wu Xi "
    "Xu Yang Yu Zhang Zhao Zhou Zhu"
)

# Replaced together with the name; the others stay before it ("President Donald Trump").
COURTESY: Final = {
    "Mr.": "m",
    "Mr": "m",
    "Mrs.": "f",
    "Mrs": "f",
    "Ms.": "f",
    "Ms": "f",
    "Miss": "f",
}
TITLES: Final = _words(
    "Actor Actress Adm. Administrator Admiral Adviser Advisor Amb. Ambassador Analyst "
    "Archbishop Attorney Author Ayatollah Bishop Candidate Capt Capt. Captain Cardinal CEO "
    "Chair Chairman Chairperson Chairwoman Chancellor Chief Cmdr. Coach Col Col. Colonel "
    "Columnist Commander Commissioner Congressman Congressmen Congresswoman Contributor "
    "Correspondent Councilman Councilwoman Counsel Dame Delegate Deputy Det. Detective Director "
    "Doctor Dr Dr. Editor Founder Gen Gen. General Gov Gov. Governor Governors Govs. Host "
    "Inspector Judge Judges Justice Justices King Lady Lawyer Leader Libertarian Lieutenant "
    "Lord Lt. Maj. Major Manager Mayor Minister Nominee Officer Pastor Pope Premier President "
    "Presidents Prince Princess Prof. Professor Prosecutor Queen Rep Rep. Reporter "
    "Representative Representatives Reps Reps. Rev. Reverend Secretary Sen Sen. Senator "
    "Senators Sens Sens. Sergeant Sgt Sgt. Sheikh Sheriff Singer Sir Speaker Spokesman "
    "Spokeswoman Staff Strategist Superintendent Undersecretary Whip"
)
# Words that begin a name less often than they are words, in a headline set in capitals.
COMMON_WORDS: Final = _words(
    "April Art Bill Chase Chip Chuck Dawn Dean Don Drew Duke Ed Faith Frank Grace Grant Guy Hope "
    "Hunter Jack Jan Jay Joy June Lance Mark May Pat Ray Rich Rob Robin Rod Rose Sandy Sue Will"
)
# Before a name these open a sentence as an order: "Watch Hillary Clinton".
IMPERATIVES: Final = _words(
    "Ask Believe Blame Call Consider Expect Forget Give Hear Ignore Imagine Join Keep Leave Let "
    "Listen Look Make Meet Pity Praise Read Recall Remember Save See Send Show Stop Support Take "
    "Tell Thank Trust Visit Watch"
)
# Kept before a last name for which the article has no first name.
KEPT_TITLES: Final = _words(
    "President Senator Sen. Representative Rep. Congressman Congresswoman Governor Gov. Mayor "
    "Judge Justice Dr. Pope King Queen Prince Princess Sheriff Ambassador Chancellor"
)
# Titles that tell a man from a woman.
TITLE_GENDER: Final = {
    "Congressman": "m",
    "Congresswoman": "f",
    "Chairman": "m",
    "Chairwoman": "f",
    "Councilman": "m",
    "Councilwoman": "f",
    "Spokesman": "m",
    "Spokeswoman": "f",
    "King": "m",
    "Queen": "f",
    "Prince": "m",
    "Princess": "f",
    "Sir": "m",
    "Lord": "m",
    "Lady": "f",
    "Dame": "f",
    "Pope": "m",
    "Cardinal": "m",
    "Archbishop": "m",
    "Ayatollah": "m",
    "Sheikh": "m",
}
# Named without any introduction, whoever else of the family an article speaks of.
WITHOUT_FIRST_NAME: Final = {"Obama": "Barack", "Trump": "Donald", "Putin": "Vladimir"}
SUFFIXES: Final = _words("Jr. Jr Sr. Sr II III IV")
PARTICLES: Final = _words("al bin ibn de del della der den di da dos du el la le van von ul")

# A name that has one of these words names a body; "the committee" may then stand for it.
BODY_WORDS: Final = _words(
    "Academy Administration Agency Airlines Alliance Army Assembly Association Authority Bank "
    "Board Branch Brigade Broadcasting Bureau Cabinet Caucus Center Centers Centre Chamber Church "
    "Co. Coalition College Commission Committee Company Conference Congress Corp Corp. "
    "Corporation Council Court Courts Defense Democrats Department Division Enterprises Exchange "
    "Federation Financial Force Forces Foundation Fund Group Guard Guardian Herald Holdings "
    "Hospital House Inc Inc. Industries Initiative Institute Institution International Journal "
    "Labs League LLC Ltd Ltd. Magazine Marines Media Ministry Motors Museum Nations Navy Network "
    "News Office Organization PAC Parliament Partners Partnership Party Police Politico Post "
    "Press Program Project Republicans Reserve School Senate Service Services Society State "
    "States Station Street Studios Supreme System Systems Team Technologies Times Tribune Union "
    "University Workers"
)
# Words after which "of", "for" or "on" goes on with the name.
JOINED_BY_OF: Final = _words(
    "Academy Association Bank Board Bureau Center Centers Chamber Church City College Commission "
    "Committee Congress Council Court Department Director District Federation House Institute "
    "Minister Ministry Museum Office Organization Parliament Republic School Secretary Society "
    "Speaker State Union University"
)
# Things with a capital that are neither people nor bodies.
THING_WORDS: Final = _words(
    "Act Agreement Amendment Avenue Award Awards Bay Beach Bible Bill Boulevard Bowl Bridge "
    "Building Canyon Capitol City Code Constitution Convention County Cup Day Deal Eve Festival "
    "Field Games Gate Hall Heights Highway Hill Hills Hotel Island Islands Israeli Ivory Lake Law "
    "Memorial Mountain Mountains Ocean Olympics Palace Park Pass Place Plan Plaza Point Prize "
    "Proposition Quran Republic Resort River Road Room Rose Rule Sea Series Show Springs Square "
    "Tower Towers Town Treaty Valley Village Wall War Way Week West World"
)
PLACES: Final = frozenset(
    "Afghanistan|Africa|Alabama|Alaska|Albania|Aleppo|Algeria|America|Argentina|Arizona|"
    "Arkansas|Armenia|Asia|Atlanta|Austin|Australia|Austria|Baghdad|Bahrain|Baltimore|"
    "Bangladesh|Beijing|Belarus|Belgium|Benghazi|Berlin|Bolivia|Boston|Brazil|Britain|"
    "Brooklyn|Brussels|Cairo|California|Cambodia|Canada|Capitol Hill|Caracas|Charleston|"
    "Charlotte|Charlottesville|Chicago|Chile|China|Cleveland|Colombia|Colorado|"
    "Connecticut|Crimea|Cuba|Cyprus|D.C.|Dallas|Damascus|Delaware|Denmark|Denver|"
    "Detroit|Egypt|England|Ethiopia|Europe|Ferguson|Finland|Florida|France|Gaza|Geneva|"
    "Georgia|Germany|Greece|Guantanamo|Guatemala|Haiti|Hawaii|Honduras|Hong Kong|"
    "Houston|Hungary|Iceland|Idaho|Illinois|India|Indiana|Indonesia|Iowa|Iran|Iraq|"
    "Ireland|Israel|Istanbul|Italy|Jakarta|Japan|Jerusalem|Jordan|Kabul|Kansas|"
    "Kazakhstan|Kentucky|Kenya|Kiev|Kosovo|Kuwait|Kyiv|Las Vegas|Lebanon|Libya|London|"
    "Los Angeles|Louisiana|Louisville|Madrid|Maine|Malaysia|Manhattan|Maryland|"
    "Massachusetts|Mexico|Miami|Michigan|Middle East|Milwaukee|Minneapolis|Minnesota|"
    "Mississippi|Missouri|Montana|Morocco|Moscow|Mosul|Myanmar|Nashville|Nebraska|"
    "Nevada|New Hampshire|New Jersey|New Mexico|New Orleans|New York|New Zealand|Nigeria|"
    "North Carolina|North Dakota|North Korea|Norway|Ohio|Oklahoma|Oregon|Orlando|"
    "Pakistan|Palestine|Panama|Paris|Pennsylvania|Peru|Philadelphia|Philippines|Phoenix|"
    "Pittsburgh|Poland|Portugal|Puerto Rico|Pyongyang|Qatar|Rhode Island|Romania|Rome|"
    "Russia|Rwanda|San Antonio|San Diego|San Francisco|Saudi Arabia|Scotland|Seattle|"
    "Seoul|Serbia|Silicon Valley|Singapore|Somalia|South Africa|South Carolina|"
    "South Dakota|South Korea|Spain|Sudan|Sweden|Switzerland|Sydney|Syria|Taiwan|Tehran|"
    "Tennessee|Texas|Thailand|Tokyo|Toronto|Tucson|Tunisia|Turkey|U.K.|U.S.|UK|US|"
    "USA|Uganda|Ukraine|United Arab Emirates|United Kingdom|United States|Utah|Venezuela|"
    "Vermont|Vietnam|Virginia|Wales|Wall Street|Washington|Washington D.C.|West Bank|"
    "West Virginia|White House|Wisconsin|Wyoming|Yemen|Zimbabwe".split("|")
)
CALENDAR: Final = _words(
    "Apr. April Aug. August Christmas Dec. December Easter Feb. February Friday Jan. January Jul. "
    "July Jun. June Mar. March May Monday Nov. November Oct. October Ramadan Saturday Sep. Sept. "
    "September Sunday Thanksgiving Thursday Tuesday Wednesday"
)
# Found capitalised where they name nobody.
NOT_NAMES: Final = CALENDAR | _words(
    "A African After Although American Americans An And Arab As At Because Before Black Both "
    "British But By Chinese Christian Christians Corrupt Crazy Crooked Cryin Democrat "
    "Democratic Democrats Despite Disgraced During Earth Embattled English European For French "
    "From German God Goofy GOP He Her His Hispanic Hispanics How However I If In Internet Into "
    "Iranian Iraqi Islam Islamic Israeli It Jew Jewish Jews Latino Latinos Longtime Lord Lyin "
    "Lying Meanwhile Mexican Muslim Muslims Of On Or Palestinian Ph.D. Republican Republicans "
    "Russian Russians Saudi She Shifty Since Sleepy So Syrian That The Their They This Though "
    "To Turkish TV Twitter Wacky We What When Where While White Who Why With Yet You"
)

MALE_NOUNS: Final = _words(
    "actor alderman anchorman assemblyman boy boyfriend brother businessman cameraman chairman "
    "congressman councilman dad father fiance fireman fisherman frontman gentleman grandfather "
    "grandson gunman guy husband king man nephew policeman pope priest prince salesman serviceman "
    "son spokesman stepfather stepson uncle waiter widower"
)
FEMALE_NOUNS: Final = _words(
    "woman girl mother wife daughter sister aunt niece grandmother mom queen princess actress "
    "lady spokeswoman chairwoman congresswoman businesswoman policewoman councilwoman "
    "assemblywoman girlfriend widow granddaughter stepmother stepdaughter waitress nun fiancee"
)
OTHER_PERSON_NOUNS: Final = _words(
    "accuser activist administrator adult adviser advisor advocate agent aide ambassador analyst "
    "anchor anybody anyone archbishop artist athlete attacker attorney author baby bailiff banker "
    "billionaire bishop bomber boss brother-in-law candidate captain cardinal ceo chairperson "
    "chancellor chief child citizen cleric clerk co-founder coach colleague colonel columnist "
    "comedian commander commissioner conservative consultant contender counsel counterpart cousin "
    "critic defendant delegate democrat demonstrator deputy detainee detective dictator diplomat "
    "director doctor donor driver economist editor employee employer entrepreneur envoy everybody "
    "everyone executive expert founder friend fugitive general governor guest hacker historian "
    "host hostage imam immigrant incumbent individual informant inmate investor journalist judge "
    "juror justice kid killer lawmaker lawyer leader legislator liberal lieutenant lobbyist "
    "manager mayor member migrant millionaire minister moderate monarch musician neighbor nobody "
    "nominee nurse officer official one operative opponent organizer owner parent partner "
    "passenger pastor patient person physician pilot player politician pollster preacher "
    "predecessor premier president principal prisoner producer professor prosecutor protester "
    "quarterback rabbi refugee relative reporter representative republican researcher resident "
    "reverend rival scholar scientist secretary senator sergeant sheriff shooter singer soldier "
    "somebody someone speaker spokesperson spouse strategist student successor superintendent "
    "supporter surgeon suspect teacher teen teenager terrorist trooper veteran vice-president "
    "victim voter whistleblower witness worker writer"
)
PERSON_NOUNS: Final = MALE_NOUNS | FEMALE_NOUNS | OTHER_PERSON_NOUNS

SAYING: Final = _words(
    "acknowledged add added adds admitted agreed alleged announced announces argue argued argues "
    "asserted believe believed believes boasted claim claimed claims complained conceded "
    "concluded concurred confirmed contended continued decided declared denied expected expects "
    "explained explains feels felt hoped hopes insisted insists joked knew knows lamented "
    "maintained maintains noted notes pledged predicted promised quipped recalled recounted "
    "remarked replied reported responded revealed said say saying says stated states stressed "
    "suggested suggests tell tells testified think thinks thought told tweeted urged vowed wanted "
    "wants warned warns writes wrote"
)
