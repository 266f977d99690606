"""How skip links, dates, bylines and notes of news pages are worded, German and English first."""

from __future__ import annotations

import re

_PLACE = (
    r"(?:Haupt)?(?:inhalt|menü|navigation|suche)s?(?:bereich)?|Seitenanfang|Fußzeile|Startseite"
    r"|Artikel|(?:\w+[ -])?Web(?:sites?|seiten?)"
)
_TARGET = (
    r"(?:content|menu|navigation|nav|search|footer|header|sidebar|article|main|text|top|bottom"
    r"|comments?|(?:web)?sites?|pages?|results|section)"
)
NAVIGATION = re.compile(
    rf"""(?:\d+[.)]\s*)?(?:
      direkt\s+(?:zu[mr]?|in|auf)\s.{{2,50}}\s(?:springen|wechseln|gehen)
    | (?:weiter\s|springe\s|gehe\s)?zu[mr]?\s(?:{_PLACE})(?:\s(?:springen|wechseln|gehen))?
    | (?:skip|jump|go|back)\s(?:back\s|directly\s)?to\s(?:the\s)?(?:[\w-]+\s){{0,2}}{_TARGET}
    | skip\s(?:navigation|links?|(?:the\s)?menu)
    | (?:aller|accéder|passer)\s(?:directement\s)?(?:au|à\sla)\s
      (?:contenu|menu|navigation|recherche)(?:\s\w+)?
    | (?:saltar|ir|pasar)\s(?:directamente\s)?(?:al?|à|ao|para\so)\s(?:la\s)?
      (?:contenido|conteúdo|menú?|navegaci[óo]n|búsqueda)(?:\s\w+)?
    | pular\spara\so\s(?:conteúdo|menu)(?:\s\w+)?
    | (?:vai|salta|passa)\sal(?:la)?\s(?:contenuto|menu|menù|navigazione)(?:\s\w+)?
    | (?:ga|direct|spring)\snaar\s(?:de\s)?(?:hoofd)?(?:inhoud|menu|navigatie)
    | (?:przejdź|skocz)\sdo\s(?:treści|menu|wyszukiwarki)(?:\s\w+)?
    | пере(?:йти|ходити)\s(?:до|к|ко)\s.{{0,15}}
      (?:змісту|вмісту|контенту|меню|содержанию|содержимому|материалу|сайт\w*)
    | (?:hoppa|gå)\stil+l?\s(?:huvud)?(?:innehåll\w*|hovedindhold\w*|indhold\w*|menyn?|menu)
    | (?:ana\s)?içeriğe\s(?:atla|geç)
    | přejít\s(?:na|k)\s(?:hlavní\s)?(?:obsahu?|menu|navigaci)
    | menü|menu|suche|search|startseite|home|anzeige|werbung|advertisement|teilen|share|drucken
    | nach\soben|back\sto\stop|weiterlesen|read\smore|mehr\sdazu|permalink
    | (?:mehr\szum\sthema|lesen\ssie\sauch|lesen\ssie\smehr|siehe\sauch|auch\sinteressant
      |read\s(?:more|also|on)|related(?:\sarticles|\sstories)?|see\salso|more\s(?:on|from|about))
      (?:\s?[:–—|]\s?.{1, 90}|\s[\w-]+)?
    | (?:unseren?\s)?newsletter(?:\s(?:abonnieren|bestellen|anmelden))?
    | (?:subscribe|sign\sup)\s(?:to|for)\s(?:our|the)\s(?:\w+\s)?newsletter
    | (?:\d+\s)?(?:kommentare?|comments?)(?:\s\(?\d+\)?)?|(?:leave|post|write)\sa\scomment
    | kommentar\sschreiben|kommentieren|diskutieren\ssie\smit
    | (?:diesen\s)?(?:artikel|beitrag|seite)\s(?:teilen|anhören|vorlesen|drucken|merken|senden)
    | (?:share|print|save|listen\sto|email|send)\s(?:this\s)?(?:article|page|story|post)
    | impressum|datenschutz(?:erklärung)?|impressum\s(?:und|&|\|)\sdatenschutz|kontakt
    | imprint|privacy\s(?:policy|notice)|terms\s(?:of\suse|and\sconditions)|contact(?:\sus)?
    | ©?\s?alle\srechte\svorbehalten\.?|©?\s?all\srights\sreserved\.?
    | (?:lesezeit|lesedauer|reading\stime)\s?:?\s(?:ca\.\s)?\d+\s(?:minuten?|minutes?|min\.?)
    | \d+\smin(?:ute)?\sread|print|cookies?
    | (?:bitte\s)?(?:hier\s)?klicken(?:\ssie\shier)?,?\sum\s.{3, 60}
    | click\shere\s(?:to|for)\s.{3, 60}
    )""",
    re.VERBOSE | re.IGNORECASE,
)

_WEEKDAY = r"(?:\w{2,12}\.?,?\s+(?:(?:den|dem|le|el)\s+)?)?"
_MONTH = r"[^\W\d_]{3,12}\.?"
_DATE = (
    rf"(?:{_WEEKDAY}(?:\d{{1,2}}(?:\.|st|nd|rd|th|er|º)?\s?(?:de\s|of\s)?{_MONTH},?\s(?:de\s|del\s)?"
    rf"\d{{4}}(?:\s?(?:року|года|р\.|г\.))?"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}"
    r"|\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
    r"|\d{4}年\d{1,2}月\d{1,2}日))"
)
_TIME = (
    r"(?:,?\s*(?:[|–—•·@-]|um|at|à|T)?\s*\d{1,2}(?:[:.]\d{2}){1,2}"
    r"(?:\s?(?:Uhr|h|[ap]\.?m\.?))?(?:\s?\(?[A-Z]{2,4}\)?)?)?"
)
_DATE_LABEL = (
    r"(?:(?:Stand|Datum|Date|Updated?|Last updated|Published(?: on)?|Posted(?: on)?|Aktualisiert"
    r"(?: am)?|Veröffentlicht(?: am)?|Erstellt(?: am)?|Erschienen am|Zuletzt aktualisiert(?: am)?"
    r"|Publié le|Publicado(?: el)?|Vom|Am|On|Le)\s?:?\s+)?"
)
_PLACED = (
    r"[^\W\d_][\w ./'’-]{1,40}(?:,\s[^()]{3,20})?\s?\((?:a[fp]p?|apa|dapd|ddp|dpa|dw|epd|efe|ansa"
    r"|kna|pa|reuters|sid|tass|upi)(?:/\w+)*\)\s*[:–—-]*"
)
DATELINE = re.compile(rf"{_DATE_LABEL}{_DATE}{_TIME}|{_PLACED}", re.IGNORECASE)
DATE_TAIL = re.compile(rf"\s*[,|·•–—-]\s*{_DATE_LABEL}{_DATE}{_TIME}$", re.IGNORECASE)

_PARTICLE = (
    r"(?:von|van|vom|zu|zum|zur|und zu|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ten"
    r"|ter|af|y)"
)
_WORD = r"(?:[^\W\d_a-zäöüßéèà][\w.'’-]*|d['’][^\W\d_]\w+|al-\w+)"
_NAME = rf"{_WORD}(?:\s(?:{_PARTICLE}\s){{0,2}}{_WORD}){{1,3}}"
_AND = r"(?:\s*[,|/&·•]\s*|\s+(?:und|and|et|y|e|en|i|и|та|with|mit)\s+)"
_WHERE = rf"(?:\s\((?:[\w/ ]{{2,20}})\)|,?\s(?:in|aus|à|en)\s{_WORD}|,\s{_WORD}(?:\s{_WORD})?)?"
BYLINE = re.compile(
    rf"(?:Von|By|Par|Por|Di|Door|Av|Af|De|Od|Автор\w*:?|Text:|Author:|Autor(?:in|en)?:"
    rf"|(?:Written|Reported|Reporting) by|Eine? \w+ von)\s{_NAME}(?:{_AND}{_NAME})*{_WHERE}"
    rf"|{_NAME}(?:\s*[|·•]\s*{_NAME})+"
)
BARE_NAME = re.compile(rf"{_NAME}(?:{_AND}{_NAME})*")

_THIS = r"(?:This|Dieser|Diese|Dieses|Cet|Cette|Este|Esta|Questo|Ця|Эта|Цей|Этот)"
_WORK = (
    r"(?:article|text|piece|story|report|interview|Artikel|Beitrag|Text|Bericht|Kommentar"
    r"|artículo|artigo|articolo|стаття|статья|текст)"
)
_DONE = (
    r"(?:written|published|translated|adapted|edited|updated|corrected|amended|produced|posted"
    r"|appeared)"
)
NOTE = re.compile(
    rf"""[(\[*_]*\s?(?:
      This\s{_WORK}\s(?:was|has\sbeen|is|first|originally)\s(?:\w+ly\s|first\s|last\s)?
        {_DONE}\b.*
    | The\s{_WORK}\s(?:was|has\sbeen|first|originally)\s
        (?:(?:originally|first|initially|automatically)\s{_DONE}|translated\sfrom)\b.*
    | (?:Dies|D)er\s(?:Artikel|Text|Beitrag|Kommentar|Bericht)\s(?:ist|wurde|erschien)\s
        (?:.{{0,40}}\s)?(?:zuerst|ursprünglich|im\sOriginal|erstmals|aus\sdem|automatisch)\b
        .*(?:erschienen|veröffentlicht|publiziert|geschrieben|verfasst|übersetzt|übertragen
        |adaptiert|aktualisiert)\.?
    | (?:Dies|D)er\s(?:Artikel|Text|Beitrag|Kommentar)\serschien\s(?:zuerst|ursprünglich)\b.*
    | Aus\sde[mr]\s.{{2,60}}\s(?:übersetzt|übertragen|adaptiert|bearbeitet)\b.{{0,80}}
    | Aus\sdem\s\w+ischen\s(?:\([^()]+\)\s)?von\s.{{2,80}}
    | (?:Translated\sfrom|Adapted\sfrom|Traduit\s(?:de|du)|Traducido\sdel?|Tradotto\sdal
        |Переклад\sз|Перевод\sс)\W.{{2,120}}
    | (?:Translated|Adapted|Edited|Übersetzt|Adaptiert|Bearbeitet|Redigiert)\s(?:by|von)\s.{{2,80}}
    | (?:Traduite?|Traducido|Tradotto|Traduzido)\s(?:par|por|da)\s.{{2,80}}
    | (?:Übersetzung|Translation|Adaption|Redaktion|Mitarbeit|Editing|Editors?|Bearbeitung)\s?:\s.+
    | (?:Mit\s(?:Material|Informationen)|With\s(?:material|files|reporting|additional\sreporting))
        \s(?:von|der|from|by)\b.{{2,120}}
    | (?:Editor(?:['’]?s|s['’])?\snote|Notes?\sfrom\sthe\seditors?|Hinweis\sder\sRedaktion
        |Anmerkung\sder\sRedaktion|Anm\.\s?d\.\s?(?:Red|Ü)\w*\.?)(?:\s?[:.–—].*)?
    | (?:Translator(?:['’]?s|s['’])?\snote|Anmerkung\sdes\sÜbersetzers|Anm\.\s?d\.\s?Übers\.)
        (?:\s?[:.–—].*)?
    | Translated\swith\sthe\shelp\sof\s.{2, 80}
    | This\sis\sa\stranslation\sof\s.{2, 80}
    | (?:Correction|Clarification|Korrektur|Berichtigung|Richtigstellung)\s?[:–—]\s.+
    | {_THIS}\s{_WORK}\s(?:a\sété|fue|ha\sido|foi|è\sstato|був|была|была|був\sопублік\w+)\b.*
    | \(?(?:[a-z]{{2,4}}/)+[a-z]{{2,4}}(?:\s\([^()]*\))?\)?
    )[)\]*_]*""",
    re.VERBOSE,
)
