"""What stands on news pages around the article, as tables of patterns: the first rule that fits names the line.

All patterns are matched at the start of a stripped line; those in `SHORT` only where the line is short enough to be no
paragraph. Patterns have no nested repeats: they take a time linear in the line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.corpus.model import LineClass

SHORT_LINE = 240
"""Characters above which a line is taken for a paragraph, whatever words it begins with."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A class, the name under which `newsdash show --lines` tells why, and the pattern."""

    cls: LineClass
    name: str
    pattern: re.Pattern[str]


def _rule(cls: LineClass, name: str, *alternatives: str, flags: int = re.I) -> Rule:
    return Rule(cls, name, re.compile("(?:" + "|".join(alternatives) + ")", flags))


_END = r"[ .!:»>›→…]{0,4}$"
_F, _R, _X = LineClass.FURNITURE, LineClass.RELATED, LineClass.FOOTER

SCRIPT = _rule(
    LineClass.SCRIPT,
    "script or style",
    r"<!(?:--|–|—|\[)",
    r"[({\[;,\s]*function\b\s*\w*\s*\(",
    r"\(\s*(?:function|\(\s*\)\s*=>|async\b)",
    r"(?:var|let|const)\s+[\w$]+\s*(?:=|;|,)",
    r"[\w$]+(?:\.[\w$]+){1,6}(?:\s*=(?!=)|\().{0,400}[;{)}]\s*$",
    r"(?:window|document|googletag|jQuery|\$)\s*[.(\[]",
    r"[})\]]+\s*[();,{]",
    r"(?:if|for|while|switch|try|catch|else)\s*[({].{0,200}[{};]\s*$",
    r"return\b.{0,200};\s*$",
    r"(?:@media|@import|@font-face|:root)\b",
    r"[.#]?[\w-]+(?:[ ,.#>:][\w-]+){0,6}\s*\{[^}]{0,400}\}?\s*$",
    r"[a-z-]{3,30}\s*:\s*[^;.]{1,80};\s*$",
    r"\{\s*[\"“'][@\w-]{1,40}[\"”']\s*:",
    r"</?(?:script|style|iframe|div|span|img|figure|section|aside|ul|ol|li|table|tr|td|a|p|br|hr|h[1-6]|svg|noscript"
    r"|amp-\w+)\b[^>]{0,400}>?\s*$",
    r"/[/*]\s*(?:<!\[CDATA|\]\]>|#|\*)",
    r"data:image/",
)
"""Program text and markup that a scrape took along. Applied to lines of any length."""

_AGENCY = (
    r"(?i:getty images|getty|reuters|afp|epa|epa-efe|ap photo|ap|shutterstock|alamy|pa wire|pa media|pa|istock|rex"
    r" features|tass|handout"
    r"|sputnik|xinhua|anadolu|bloomberg|aap|ani|pti|dpa|upi|associated press|agence france-presse|press association)"
)
_NAMES = r"(?:[A-Z][\w.’'-]*[ ,&]{0,2}(?:and |of |the |for |via |in |de )?){1,12}"

CREDIT = (
    _rule(
        LineClass.CREDIT,
        "picture credit",
        r"[(\[]?(?i:photo|image|picture|photograph|illustration|graphic|composite|credit|pic|img)s?(?i: (?:by|credit"
        r"|source|courtesy(?: of)?|copyright))?\s?[:/,]\s?.{1,80}$",
        r"[(\[]?(?i:photo|image|picture|photograph|illustration|graphic|video)s? (?i:by|credit|source|copyright"
        r"|courtesy)\b.{1,80}$",
        r"[(\[]?" + _AGENCY + r"(?: ?(?:/|via|,|-) ?[A-Z][\w .’'-]{1,40}){0,3}[)\]]?$",
        r"[(\[]?[A-Z][\w .’'-]{1,40}(?:/| via |, )" + _AGENCY + r"(?:[ /,][A-Z][\w .’'/-]{1,60})?[)\]]?$",
        r"\[(?i:file|source|photo|image): [^\]]{2,120}\]$",
        r"(?i:file (?:photo|image|picture)s?)[.:]?$",
        flags=0,
    ),
    _rule(
        LineClass.CREDIT,
        "reporters and agencies",
        r"\W{0,2}(?i:additional |further )?(?i:reporting|writing|editing|compiled|edited|written|production"
        r"|graphics?|research)(?i: and \w+)? (?i:by) [A-Z]",
        r"[(\[](?i:additional |further )?(?i:reporting|writing|editing|compiled|edited|written|production)\b.{0,600}$",
        r"[(\[][A-Z][\w. ]{1,30} (?i:with|and) " + _AGENCY + r"(?:(?:, | and )" + _AGENCY + r"){0,4}[)\]]$",
        r"(?i:additional reporting)\b",
        r"\W{0,2}(?i:with )?(?i:additional )?(?i:reporting|contributions?|inputs?|files|material|news wires|wires)"
        r" (?i:from|by) (?:the )?[A-Z].{0,160}$",
        r"(?i:with )?(?i:contribut(?:ing|ors?|ions?))\s?:",
        r"(?i:with) (?i:agencies|news wires|wires|" + _AGENCY + r")(?:[ ,/]+(?i:and )?" + _AGENCY + r"){0,3}[ .]{0,3}$",
        r"\W{0,3}(?i:sources?)\s?: ?(?:[A-Z][\w’'&/.-]*[ ,]{0,2}(?i:and )?){1,8}$",
        r"(?:The )?"
        + _NAMES
        + r"\s?(?:also )?(?:contributed|reported) (?:to this (?:report|story|article|piece)|to reporting|reporting"
        + r"|from [A-Z][\w ,]{2,60}[.;,]?$)",
        r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3} reported from [A-Z][\w ]{2,40}[,.;] ?(?:and )?){1,6}",
        r"[-–—] ?" + _AGENCY + r"\b.{0,30}$",
        flags=0,
    ),
)
"""Rules for lines that name a photographer, a reporter or an agency."""

SHORT = (
    _rule(
        LineClass.METADATA,
        "time or length",
        r"(?:published|updated|last updated|last modified|first published|posted|created|modified"
        r"|edited)\b.{0,12}\d.{0,80}$",
        r"\d{1,3} ?(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|h|m|d)\.?(?: (?:\d{1,2} ?(?:min(?:ute)?s?|m)))?"
        r" (?:ago|read|listen|watch)\b.{0,20}$",
        r"(?:estimated )?(?:reading|read|listening) time\b.{0,30}$",
        r"(?:just now|yesterday|today)(?: at \d{1,2}[:.]\d{2}.{0,10})?$",
        r"(?:\d{1,2}[:.]\d{2}|\d{1,2}) ?(?:[ap]\.?m\.?)?(?: ?\(?(?:gmt|utc|est|edt|et|bst|cet|local time|z|pst|msk"
        r"|ist|hkt|aedt|aest)\)?){0,2}$",
        r"\[\[[^\]]{1,80}\]\]",
        r"\d{1,6} words?$",
        r"(?:topics?|tags?|filed under|categor(?:y|ies)|keywords?|sections?|more about)\s?:\s?\S.{0,200}$",
    ),
    _rule(
        _R,
        "link to another article",
        r"(?:read|see|watch|listen|view|hear|find out|learn)(?: (?:more|also|next|now|here|this|live|it))?(?:"
        r" (?:from|on|about|in) [\w ’']{2,40})?\s?[:|>»–—]\s?\S",
        r"(?:also|more|must) (?:read|see|watch|on this|from|in|on|coverage)(?: [\w ’']{2,40})?\s?[:|>»–—]\s?\S",
        r"(?:related|recommended|more|trending|editor[’']?s'? (?:picks?|choice)|don[’']t miss|in case you missed it"
        r"|icymi|go deeper|dig deeper|further reading|see also|suggested|promoted|related (?:story|stories|articles?"
        r"|news|coverage|content|links?|reading|video)|most (?:read|viewed|popular)|you (?:may|might)(?: also)?"
        r" (?:like|be interested in)|what to read next|latest|from the archives?)\s?[:|>»]\s?\S",
        r"(?:\d{1,2}:)?\d{1,2}:\d{2}\s+\S.{0,160}[-–—] ?video$",
        r".{8,160}\s?[-–—] ?(?:video|in pictures|video report|podcast|audio|gallery|photo essay|interactive|video"
        r" explainer)$",
        r"(?:play video|watch video|video|live video|video duration|now playing|up next|next video)\b.{0,4}[:"
        r"|].{0,120}$",
        r"[•▪*-]?\s?read (?:also|more)\b.{0,160}$",
    ),
    _rule(
        _F,
        "invitation",
        r"(?:please )?(?:click|tap|press|scroll|swipe) (?:here|on|the|to|through|below|down)\b",
        r"(?:to )?(?:read|find out|see|learn|hear|discover) more(?: (?:about|on|of|from|at|in) .{1,90})?(?: (?:here"
        r"|click here))?" + _END,
        r"(?:take|have) a (?:closer )?look (?:here|at)\b.{0,80}$",
        r".{0,120}[,:]? (?:please )?click here" + _END,
        r"(?:to )?(?:sign|signed|signing) up\b",
        r"(?:to )?(?:subscribe|register now|log ?in|sign ?in|join (?:us|our|the conversation|now))\b.{0,200}$",
        r"(?:you can )?(?:follow|like|find|connect with|join|add) (?:us|our|me|@\w+|live|along|the author"
        r"|[A-Z][\w’'. ]{1,50}) (?:on|at|via|live|coverage|here|blog)\b.{0,120}$",
        r"(?:get|receive|want|enjoy|try|support|download|install|listen to|start)\b.{0,60}\b(?:newsletters?|inbox"
        r"|apps?|alerts?|subscri\w+|notifications?|free trial|podcasts?|email|membership|briefing)\b",
        r".{0,160}\b(?:newsletters?|breaking news alerts?)\b.{0,60}\b(?:inbox|sign up|subscribe|email|here)\b",
        r".{0,100}\bdelivered\b.{0,40}\b(?:inbox|every (?:day|morning|week|weekday|weekend))\b",
        r"(?:do you|have you|are you|if you)\b.{0,120}\b(?:e-?mail|whatsapp|contact us|get in touch|tell us|let us"
        r" know|contact form)\b",
        r"(?:e-?mail|contact|write to|reach|tip|tips)\b.{0,80}\S+@\S+",
        r"(?:thanks|thank you) for (?:signing|subscribing|reading|your)\b",
        r"by (?:signing up|submitting your|clicking|entering your|subscribing|registering)\b",
        r"(?:we|this (?:site|website|page)) (?:use|uses|may use|value) (?:cookies|your privacy)\b",
        r"(?:please )?(?:enable|turn on|allow) (?:javascript|cookies|notifications)\b",
        r".{0,80}\b(?:your )?browser (?:does not|doesn[’']t|is not)\b",
        r"this (?:video|content|feature|audio|live ?stream|page|item)s? (?:can ?not|is not|isn[’']t|has been removed"
        r"|is no longer|is unavailable|requires)\b",
        r"for more (?:news|information|reports?|stories|on this|details|coverage|of our|updates)\b.{0,120}$",
        r"(?:the code has been copied|the url has been copied|no media source|copied to clipboard|link copied)\b",
        r"(?:what do you think|have your say|share your (?:thoughts|views|story)|tell us what you think)\b.{0,120}$",
        r"(?:listen|watch) (?:to this (?:story|article)|live|now|here)\b.{0,80}$",
        r"new you can now listen\b",
        r"(?:you|we) (?:can|could|may|will) (?:unsubscribe|also (?:listen|watch|follow))\b",
        r"support (?:the |our )?[\w’' ]{2,30} (?:from|for) (?:as little as|just|only|[£$€])",
        r"don[’']t miss\b.{0,160}\b(?:inbox|alerts?|news|stories|subscri\w+)\b",
    ),
    _rule(
        _F,
        "page furniture",
        r"(?:share|tweet|post|pin|print|save|e-?mail|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|messenger"
        r"|pinterest|flipboard|copy link|copy|comments?|views?|shares?|likes?|reply|bookmark|gift article|listen"
        r"|play|pause|mute|loading|close|open|menu|search|home|news|world|politics|business|sport|sports|opinion"
        r"|live|video|videos|photos|gallery|more|less|back|next|previous|prev|top|index|contents|transcript|embed"
        r"|download|yes|no|ok|submit|cancel|continue|retry|replay|options|settings|subtitles|full screen|hide|show"
        r"|expand|collapse|advertising|promoted|sponsored)(?: (?:this|story|article|post|page|link|via|on|by|with|to"
        r"|email|facebook|twitter|whatsapp|x|more|all|less|video|gallery|image|images|caption|comments?|content"
        r"|\.{3}))*" + _END,
        r"\d{1,6} ?(?:comments?|shares?|views?|likes?|photos?|images?|votes?|items?|replies)" + _END,
        r"(?:view|show|see|load|read|hide|add|post|leave|write|toggle|enlarge|skip to|go to|back to|jump to|return"
        r" to) (?:the |this |all |a |your |full |main |more )*(?:comments?|gallery|more|less|all|caption|image"
        r"|photos?|content|navigation|top|home ?page|reply|article|story|images|thread|posts?|menu|search|replies"
        r"|map|transcript)" + _END,
        r"(?:image|photo|slide|picture|video)? ?\d{1,3} ?(?:/|of) ?\d{1,3}" + _END,
        r"\+?\d{1,4}" + _END,
        r"(?:list of|end of list|end of|keep reading|recommended stories|story highlights|highlights|key events?"
        r"|what we know|in this story|in this article|on this page|table of contents|live reporting|latest updates?"
        r"|summary|pinned post|just watched|must watch|must read|breaking|breaking news|exclusive|updated|developing"
        r"|developing story|live updates|watch live|skip advertisement|skip ad|skip past newsletter promotion|after"
        r" newsletter promotion|supported by|presented by|paid post|continue reading the main story|continue reading"
        r"|article continues (?:after|below)|story continues (?:after|below)|remove ads|why you can trust|explore"
        r" more|newsbite|jump to)\b.{0,40}$",
        r"\[/?\w[\w -]{0,40}(?:=[^\]]{0,80})?\]$",
        r"[a-z]{3,12}(?:News|Sport|Sports)$",
        r"(?:spot_img|td_block\w*|ad_\d|null|undefined|nan)$",
        r"!\[[^\]]{0,200}\]",
        r"@highlight$",
        r"\S{1,60}@\S{1,60}$",
        r"(?:e-?mail )?[\d.,]+k? shares?\b.{0,40}$|.{0,40}\bview comments?$",
        r"(?:https?://|www\.)\S+$",
        r"pic\.twitter\.com/\S+$",
        r"@\w{2,30}(?: [·•|-].{0,60})?$",
        r"[\W_]{1,200}$",
    ),
    _rule(
        _F,
        "graphic",
        r"(?:INTERACTIVE|INFOGRAPHIC|GRAPHIC|MAP|CHART|GALLERY|PHOTOS|VIDEO|WATCH|LISTEN|LIVE BLOG|PODCAST)\b ?[-:–|(]",
        flags=0,
    ),
    _rule(
        LineClass.ADVERT,
        "advert",
        r"advert(?:isement|ising|orial)?s?\b.{0,40}$",
        r"(?:sponsored|paid|partner|promoted) (?:content|post|by|feature|links?|stories)\b.{0,60}$",
        r"(?:buy|shop|order|book|save|win|claim|grab) (?:now|today|up to|your|a|the|this)\b.{0,160}(?:\d ?%|[$£€]"
        r" ?\d|offer|deal|discount|prize|copy|tickets?|free|promo|now)\b",
        r"(?:from|for|only|just) (?:just )?[£$€]\d+(?:\.\d\d)? (?:a|per) (?:month|week|year)\b",
        r"(?:limited[- ]time|special|exclusive|introductory) offer\b",
        r"(?:subscribe|become a (?:member|subscriber)|support (?:our|independent|quality) (?:journalism|work"
        r"|reporting))\b",
    ),
    _rule(
        _X,
        "note on the article",
        r"this (?:story|article|report|post|piece|page|column|item|version|transcript|feature|live blog|blog|op-ed"
        r"|interview)(?: (?:above|below))? (?:has been|was|is|will be|may|originally|first|also"
        r"|and)\b.{0,30}\b(?:updated|corrected|amended|published|appeared|translated|edited|produced|republished"
        r"|reproduced|generated|modified|closed|clarified|part of|syndicated|adapted|copied)\b",
        r"the (?:original )?(?:story|article|post|headline) (?:has (?:since )?been|was) (?:updated|corrected|amended"
        r"|originally|clarified)\b",
        r"(?:correction|clarification|editor[’']?s?'? note|update|note to readers|disclaimer|disclosure)s?(?:"
        r" \([^)]{1,40}\))?\s?[:–—-]",
        r"(?:the )?(?:opinions|views) expressed\b",
        r"(?:originally|first) (?:published|appeared)\b.{0,160}$",
        r"a (?:\w+ )?version of this (?:article|story|report)\b",
        r"(?:(?:all )?(?:rights|content) (?:reserved|copyright))\b",
        r"(?:copyright|©|\(c\))\s?(?:©|\(c\))?\s?(?:\d{4}|[A-Z])",
        r".{0,120}\ball rights reserved\b",
        r"our standards: the thomson reuters\b",
        r"(?:terms|privacy|cookie|cookies|accessibility|about|contact|help|careers|advertise)(?: (?:and|&|of|use|us"
        r"|policy|settings|conditions|service|statement|notice|with|our))*(?: ?\| ?.{0,100})?" + _END,
        r"(?:acquire|purchase|buy|obtain)? ?licens(?:ing|e) rights\b",
        r"\(?(?:end|ends|more|/more)\)?(?:/\w+)?$",
        r"[a-z]{2,4}(?:[/-][a-z]{1,4}){1,4}$",
        r"\(\(.{0,120}\)\)$",
        r"-?30-?$",
        flags=re.I,
    ),
)
"""Rules for short lines, in order."""

LONG = (
    _rule(
        _F,
        "invitation",
        r"(?:sign up|subscribe)\b.{0,120}\b(?:newsletter|inbox|email|alerts?|subscri)",
        r"(?:if you|do you|have you)\b.{0,200}\b(?:newsletters?|e-?mail us|contact us|get in touch)\b",
        r".{0,400}\b(?:not already receiving it by email|you can sign up here|sign up here\b|click here to"
        r" (?:subscribe|sign))",
        r".{0,200}\byour browser does not support\b",
        r"(?:for free real.?time|thank you for (?:signing|subscribing)|by (?:signing up|submitting your)|we use"
        r" cookies)\b",
        r"click here (?:to|for)\b",
        r"follow .{2,60} on (?:twitter|facebook|instagram|telegram|x)\b",
    ),
    _rule(
        _X,
        "note on the article",
        r"this (?:story|article|report|post) (?:has been|was) (?:updated|corrected|amended|first published"
        r"|originally published|translated|produced|edited)\b",
        r"(?:correction|clarification|editor[’']?s note|note to readers|disclaimer)s?\s?[:–—-]",
        r"(?:copyright|©)\s?(?:©|\(c\))?\s?\d{4}",
        r"the (?:opinions|views) expressed\b",
    ),
    _rule(_F, "page furniture", r"!\[[^\]]{0,300}\]\(", r"\[\[[^\]]{1,80}\]\]", r"https?://\S+$"),
)
"""Rules for paragraphs too."""

SECTION = re.compile(
    r"[#*_ ]{0,8}(?:source link|stay in touch|related (?:articles?|stories|news|posts?|topics?|content|coverage"
    r"|links?|reading|videos?|searches|internet links)"
    r"|more (?:on this story|stories|news|from .{2,40}|on this|like this|in .{2,30}|headlines|coverage|to explore|to"
    r" read)"
    r"|most (?:read|popular|viewed|shared|commented|recent|watched|discussed)(?: (?:in|on|from|news|stories|today"
    r"|now)\b.{0,40})?"
    r"|you (?:may|might)(?: also)? (?:like|be interested in|have missed)|recommended(?: for you| stories| reading|"
    r" articles| videos)?|read next|up next"
    r"|what to read next|trending(?: now| stories| topics| news)?|popular(?: posts| now| stories| news| in the"
    r" community)?|latest(?: news| stories| headlines| from .{2,40}| videos)?"
    r"|top (?:stories|news|headlines)|editors?[’']?s?'? (?:picks?|choice)|recent (?:posts|comments|stories|news)"
    r"|(?:auto-?generated )?tags|filed under|topics|categories"
    r"|share this|like this|leave a (?:reply|comment)|comments?|join the conversation|about the (?:author|writer)s?"
    r"|newsletters?|contact us|get in touch|follow us(?: on)?"
    r"|sign up|previous (?:article|post|story)|next (?:article|post|story)|elsewhere on the web|from (?:the|around)"
    r" (?:the )?(?:web|archives?)|around the web|sponsored(?: content| stories| links)?"
    r"|promoted(?: stories| content)?|advertisement|more videos|must reads?|don[’']t miss|read more|see also"
    r"|external links|references|footnotes|sources|our picks|featured|in pictures|photos of the day)"
    r"\s{0,3}[:.>»…]{0,3}[ *_#]{0,4}$",
    re.I,
)
"""Headings under which no article text stands: what follows is links, unless prose follows."""

REPOST = re.compile(
    r"(?:source link|source|original source|via|read the original(?: article)?|original article|link to"
    r" original)\s?[:.]?$",
    re.I,
)
REPOST_MARK = "link of a repost"
"""The rule of a foot that links a repost to its source."""

# With what the tables' patterns for sentences begin, and what those look for that may begin with anything.
_STARTS = tuple(
    "photo|image|picture|illustration|graphic|composite|credit|pic|img|video|additional|further|reporting|writing"
    "|editing|compiled|edited|written|production"
    "|research|with |contribut|source|published|updated|last |first |posted|created|modified|estimated|reading|read"
    "|listening|just |yesterday|today|topic|tag"
    "|filed|categor|keyword|section|see |watch|listen|view|hear|find|learn|also|more|must|related|recommended"
    "|trending|editor|don’t|don't|in case|icymi|go deep"
    "|dig |suggested|promoted|most |you may|you might|what to|latest|from |play |live |now |up next|next |please"
    "|click|tap |press |scroll|swipe|to read|to find"
    "|to see|to learn|to sign|to subscribe|discover|take|have |sign|subscri|register|log|join|you can|follow|like "
    "|connect|add |get |receive|want|enjoy|try |support"
    "|download|install|start|do you|are you|if you|e-mail|email|contact|write to|reach|tip|thank|by sign|by submit"
    "|by click|by enter|by subscr|by regist|we use|we may"
    "|we value|this |enable|turn on|allow|for |the code|the url|no media|copied|share|tell us|new you|you will|we"
    " will|we can|you could|http|www|pic.|interactive"
    "|infographic|map|chart|gallery|podcast|advert|sponsor|paid|partner|buy|shop|order|book|save|win |claim|grab"
    "|only|limited|special|exclusive|introductory|become"
    "|the original|the story|the article|the headline|the post|correction|clarification|update|note|disclaimer"
    "|disclosure|the opinions|the views|opinions|views"
    "|original|all rights|rights|copyright|our standards|terms|privacy|cookie|acquire|purchase|licens|end|c)|stay"
    "|leave|comment|about|newsletter|previous|elsewhere|external|references|footnotes|trending|popular|top |recent"
    "|around|our |features|don|you |what |who |watch|listen|getty|reuters|afp|ap |epa|alamy|shutterstock|jump|skip"
    "|back|go |view|show|load|hide|toggle|enlarge|slide|list of|keep|story|breaking|summary|pinned|key event"
    "|supported|presented|why you|remove|explore|@|#".split("|")
)
_ANYWHERE = (
    "click here", "newsletter", "news alert", "delivered", "your browser", "rights reserved", "contribut",
    "reported from", "– video", "- video", "sign up", "©", "@", "[",
)  # fmt: skip


def may_be_furniture(line: str) -> bool:
    """Whether a line of more than a few words may fit a pattern of the tables; most do not, and are done with."""
    low = line.lower()
    return low.lstrip("([•▪*-–—\"'“‘ ").startswith(_STARTS) or any(word in low for word in _ANYWHERE)


HEADS_LINKS = "heading of links"
"""The rule that `SECTION` gives."""

FOOT = re.compile(
    r"[#*_ ]{0,8}(?:source(?: link)?|stay in touch|leave a (?:reply|comment)|comments?|join the conversation|about the"
    r" (?:author|writer)s?|(?:auto-?generated )?tags"
    r"|filed under|topics|categories|share this|like this|contact us|get in touch|follow us(?: on .{2,30})?"
    r"|newsletters?|sign up|(?:previous|next) (?:article|post|story)"
    r"|elsewhere on the web|around the web|from (?:the )?around the web|external links|references|footnotes|our"
    r" standards: .{0,80}|all rights reserved|spot_img|\[ad_2\])"
    r"\s{0,3}[:.>»…]{0,3}[ *_#]{0,4}$",
    re.I,
)
"""Marks behind which no article text stands, if they stand near the end."""

BYLINE = re.compile(
    r"(?i:by|from|words by|analysis by|story by|written by|report by|posted by|exclusive by)[ :]?[ ]?"
    r"(?:[A-Z][\w.’'/-]*|[a-z]{2,3} [A-Z][\w’'-]*)"
    r"(?:[ ,]{1,2}(?:[A-Z][\w.’'/-]*|(?i:and|in|for|of|the|de|van|von|der|bin|al|el|at|with)|&|\|)){0,24}[ .,:]*$"
    r"|(?i:by)$|(?i:by (?:a|our|the) (?:\w+ )?(?:correspondents?|reporters?|staff|newsroom|desk))\b.{0,40}$"
    r"|(?i:staff (?:writer|reporter|and agencies|correspondent)s?|special (?:for|to|correspondent)\b.{0,40})$"
    r"|[A-Z][\w’' ]{2,30} (?:Foreign Service|News Service|Staff Writers?|Staff)$"
    r"|(?i:(?:our|from our|web|news|online|foreign|defence|diplomatic|political) (?:\w+ )?(?:correspondents?|reporters?"
    r"|desk|staff|editors?))$"
    r"|(?i:reuters|afp|ap|associated press|the associated press|agence france-presse|press association|bloomberg"
    r"|agencies|news wires|wire services?|pa media)(?: (?:in|and) [A-Z][\w ,]{2,40})?$"
)

_INVITES = (
    "click", "Click", "ign up", "igned up", "ead more", "ee more", "ake a look", "ubscribe", "ewsletter", "ownload",
    "ollow",
)  # fmt: skip
_INVITATIONS = tuple(rule for rule in SHORT if rule.name == "invitation")


_BARS = ("|", "·", "•", "  ", " / ")
_PIECES = re.compile(r"\s{2,}|\s*[|·•]\s*|\s/\s")


def is_menu(line: str) -> bool:
    """Whether the line is a row of short names: sections of a paper, buttons."""
    if not any(bar in line for bar in _BARS):
        return False
    pieces = [piece for piece in _PIECES.split(line) if piece]
    if len(pieces) == 2 and "|" in line:
        return all(len(piece.split()) <= 2 for piece in pieces)
    return len(pieces) >= 3 and all(len(piece.split()) <= 3 and piece[-1] not in ".!?,;" for piece in pieces)


def is_invitation(sentence: str) -> bool:
    """Whether a sentence inside a paragraph only asks the reader to click, follow or subscribe."""
    if len(sentence) > SHORT_LINE or not any(word in sentence for word in _INVITES):
        return False
    return any(rule.pattern.match(sentence) for rule in _INVITATIONS)
