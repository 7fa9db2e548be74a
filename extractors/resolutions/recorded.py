"""Sentences of minutes that record a decision without a marker: "The report was noted"."""

import re

# Papers that are put before a body.
_PAPERS = (
    r"(?:reports?|updates?|contents|position|presentation|recommendations?|minutes|information"
    r"|(?:work|forward)\s(?:programme|plan)|programmes?|plans?|dashboard|register|tracker|notice|log"
    r"|schedule|briefings?(?:\snotes?)?|statements?|summary|accounts|scorecard|review"
    r"|decisions?(?=\sof\sthe\s(?:planning\s)?inspector)|appeal\sdecisions?)\b"
)
# Sentences of minutes that record a decision without a marker.
RECORDED = re.compile(
    r"""\bminutes?\b.{0,240}\b(?:approved|agreed|confirmed|accepted|signed|adopted|received|taken)\b
        .{0,60}\b(?:record|minute|signed|chair|accurate|correct|read)\b
      | \b(?:minutes|minute\sof\s(?:the\s)?(?:[\w-]{1,20}\s){0,4}meeting)\b.{0,160}
        \b(?:were|was)\s(?:then\s|duly\s)?
        (?:(?:submitted|circulated|read|presented|considered)\sand\s(?:then\s|duly\s)?)?
        (?:approved|agreed|confirmed|signed|adopted|noted|endorsed|ratified
          |received(?=\sfor\s(?:information|noting)|\.?$))\b
      | \b(?:consideration|determination|discussion|debate)\b.{0,160}\b(?:was|were|be)\s
        (?:therefore\s)?(?:deferred|adjourned|postponed)\b
      | ^(?:the|this|these)?\s?(?:agenda\s)?
        (?:item|application|report|matter|motion|petition|update|recommendation)s?\b[^,.]{0,120}\b
        (?:was|were|had\sbeen|has\sbeen)\s(?:then\s|therefore\s|duly\s|unanimously\s)?
        (?:noted|accepted|deferred|withdrawn|approved|received|adopted|endorsed|refused|granted)\b(?!\sthat)
      | ^(?:(?:the|this)\s)?(?:[^\W_]{1,20}\s){0,5}(?:committee|sub-committee|cabinet|council
        |executive|board|panel|forum|commission|authority)\s(?:unanimously\s|therefore\s|then\s|duly\s|formally\s){0,2}
        (?:(?:approved|endorsed|adopted|accepted|ratified)\s(?:the|a|an|its|this)
          |(?:(?:considered|received|discussed|reviewed)(?:,?\sand|,)\s|had\sbefore\sit,?\sand,?\s)?
            (?:noted,?\san?|(?:noted|received|agreed),?\sthe)\s(?:\*\s?)?
            (?:(?!(?:comment|concern|view|point|question|on|of|in|from|for|to|about|with)s?\b)
            [\w'-]{1,20}\s){0,3}"""
    + _PAPERS
    + r""")
      | ^(?:with\s[^,.;:]{3,60},\s)?
        the\s(?!(?:[^\W_]{1,20}\s){0,3}(?:apolog|absen|interest|declar|comment|concern|point|view
          |question|objection|substitut|attend|correction|following|late|chair|mayor|leader|officer
          |director)\w{0,12}\b)
        [^.;:?\n]{4,420}\s(?:was|were|be)\s(?:duly\s|then\s|thereby\s|accordingly\s)?noted\.?\s{0,3}$
      | ^(?:(?:the|this)\s)?(?:[^\W_]{1,20}\s){0,5}(?:committee|sub-committee|cabinet|board|panel
        |forum|commission|members)\s(?:unanimously\s|therefore\s|then\s|duly\s|also\s){0,2}
        recommend(?:ed|s)\s(?:to\s(?:the\s)?(?:full\s|[A-Z][\w]{1,20}\s){0,3}
        (?:council|cabinet|executive|board|committee|authority)\s)?that\b
      | ^members\s(?:then\s|duly\s)?(?:received\sand\s)?
        (?:noted|received|endorsed|approved|agreed)\sthe\s
        (?:[\w'-]{1,20}\s){0,3}"""
    + _PAPERS
    + r"""
      | ^the\s(?:[\w'-]{1,20}\s){0,3}
        (?:(?:work|forward)\s(?:programme|plan)|schedule|register|dashboard)
        (?:\s(?:of|for)\s[^,.;:\n]{1,80})?\s(?:was|were)\s(?:then\s|duly\s)?
        (?:agreed|approved|noted)\.?\s{0,3}$
      | ^(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr)\b[^.;:\n]{2,80}\s(?:was|were|be)\s
        (?:duly\s|then\s)?
        (?:re-?)?(?:appointed|elected|nominated)\s(?:to|as|chair|vice|onto)\b
      | ^(?:(?!\b(?:that|had|who|when|after|since|which)\b)[^.;:\n]){2,160}?
        \b(?:was|were)\s(?:therefore\s|then\s|accordingly\s)?(?:duly|unanimously)\s
        (?:re-?)?(?:elected|appointed|co-opted)\b
      | ^(?:(?!\b(?:that|had|when|after|since|who\swas)\b)[^.;:\n]){2,260}?
        \bwas\s(?:duly\s|unanimously\s|then\s|therefore\s)?(?:re-?)?(?:elected|appointed)\s
        (?:as\s|to\sbe\s)?(?:the\s)?(?:vice[-\s]|deputy\s)?chair
      | ^(?:nodwyd|derbyniwyd|cymeradwywyd|cadarnhawyd)\s(?:yr?|cofnodion|cynnwys|fel)\b
        (?!\symddiheur)
      | ^(?:the\s)?(?:press\sand\s(?:the\s)?public|public\sand\s(?:the\s)?press)\swere\sexcluded""",
    re.VERBOSE | re.IGNORECASE,
)
