"""Lines that close a list of limbs, and lines that stand between limbs without being one."""

import re

# Lines that close a resolution: what follows belongs to another part of the page.
END = re.compile(
    r"""(?:the\s)?(?: reasons?\b(?:\s?\(s\))? (?!.{0,200}\bbe\b)
      | (?:other\s|alternative\s)?options?
        (?:\s(?:considered|and\sreasons|rejected))?\s{0,3}(?:[:.\-–]|$)
      | alternatives?\s(?:options|considered) | background\s{0,3}(?::|$) | notes?\s{0,3}[:(]
      | (?:supporting|accompanying|additional)\sdocuments | report\sauthor | publication\sdate
      | date\sof\sdecision | decided\sat\smeeting | contact(?:\sofficer)?\s{0,3}: | minutes\s{0,3}:
      | (?:declarations?\sof\s)?interests?\b.{0,30}: | eligible\sfor\scall | wards?\saffected
      | (?:planning\s)?conditions?\s{0,3}(?::|$) | informatives?\s{0,3}(?::|$)
      | (?:signed|dated?)(?:\sby)?\s{0,3}: | action(?:s|ed)?\s(?:by|for)\b
      | officers?\sto\saction | lead\sofficer
      | recommendations?\s[0-9][^\n]{0,40}\b(?:was|were)\s(?:then\s)?
        (?:not\s(?:approved|agreed|carried|supported)|lost|rejected|withdrawn)\b
      | implementation\sof | rhesymau | the\smeeting\s(?:closed|ended|finished|concluded) )""",
    re.VERBOSE | re.IGNORECASE,
)
# Lines between limbs that are no part of them: votes, movers, notes in brackets.
ASIDE = re.compile(
    r"""\(.{0,600}\)[.;]?$
      | \(?(?:voting|votes?|abstentions?|unanimous(?:ly)?|carried|lost|recorded\svote
        |(?:proposed|moved|seconded)\sby|proposer|seconder|mover)\b.{0,300}$
      | (?:proposed|moved|seconded|prop|sec)\b[.:]{1,2}\s.{2,200}$
      | (?:for|against|abstain(?:ed|ing)?)\s{0,3}
        (?:$|[:(\-–0-9]|(?:the\s)?(?:motion|amendment|recommendation|proposal)\b).{0,300}$
      | [0-9]{1,3}$""",
    re.VERBOSE | re.IGNORECASE,
)
