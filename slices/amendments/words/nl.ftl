amendments-changes-title = Wat er voor jou verandert
amendments-nothing-asked = Er wacht niets op jouw keuze. Voor wat van jou is, geldt versie { $number } van de privacyverklaring.
amendments-from = Versie { $number } van de privacyverklaring geldt vanaf { $date }.
amendments-since = Versie { $number } van de privacyverklaring geldt sinds { $date }.
amendments-not-for-you = Er verandert niets voor wat jij hier doet.
amendments-everything = Bekijk alles wat er verandert, ook voor anderen
amendments-versions = Alle versies, en wat er is veranderd
amendments-choose = Jouw keuze
amendments-open = Je kunt dit openlaten. Zolang je niet kiest, wordt wat van jou is niet ruimer gebruikt, en het verdwijnt op de vroegste van beide datums.
amendments-continue = Doorgaan met de nieuwe versie
amendments-stop = Stoppen en alles wissen
amendments-stands = Voor wat van jou is, geldt de versie die je het laatst hebt aanvaard: nummer { $number }.

# De editor van de functionaris.
amendments-nav = Verklaring
amendments-editor-title = De verklaring
amendments-in-force = Versie { $number } geldt nu. Hieronder staat de tekst van de volgende, die alleen functionarissen zien totdat ze is gepubliceerd.
amendments-waits = Versie { $in_force } geldt nu. Versie { $number } is gepubliceerd en geldt vanaf { $date }.
amendments-text = De tekst van de volgende versie
amendments-text-purpose = Ze begint als de huidige tekst. Geef haar een hoger versienummer, de dag vanaf wanneer ze geldt en een zin over wat er verandert. Wat je schrijft, blijft bewaard.
amendments-check = Bewaren en controleren
amendments-preview = Bekijk de pagina
amendments-to-publication = Door naar publiceren
amendments-findings = Wat er over deze tekst te zeggen is
amendments-unchanged = Dit is de tekst van de nieuwste versie: er is niets anders.
amendments-good = Deze tekst kan worden gepubliceerd.
amendments-objections = { $count ->
    [one] Deze tekst kan nog niet worden gepubliceerd, om deze reden:
   *[other] Deze tekst kan nog niet worden gepubliceerd, om deze redenen:
}
amendments-errors = { $count ->
    [one] Deze tekst is niet te gebruiken: er staat één fout in.
   *[other] Deze tekst is niet te gebruiken: er staan { $count } fouten in.
}
amendments-effect = Wat het doet met wat er wordt bewaard
amendments-found = Wat er in de tekst is gevonden
amendments-difference = Wat er verandert
amendments-error = Fout
amendments-warning = Waarschuwing
amendments-note = Opmerking
amendments-place = regel { $line }, teken { $column }
amendments-also = { $label }: regel { $line }
amendments-overtaken = Iemand anders heeft het concept veranderd sinds je het opende. Dit is jouw tekst; als je die nu bewaart, komt ze in de plaats van de andere.
amendments-too-long = Een verklaring heeft hoogstens { $most } tekens.
amendments-no-text = Kies een bestand met de tekst van een verklaring, in UTF-8.
amendments-from-file = Uit een bestand
amendments-file = Een verklaring als bestand
amendments-file-purpose = Het komt in de plaats van de tekst hierboven; je ziet en controleert het dan alsof je het had getypt.
amendments-file-button = Neem dit bestand
amendments-done-kept = Je tekst is bewaard. Wat erover te zeggen is, staat eronder.
amendments-done-published = De versie is gepubliceerd. Iedereen die het aangaat, krijgt bericht.
amendments-preview-title = De pagina die het zou worden
amendments-preview-lead = Zo zou de pagina eruitzien. Niemand anders ziet haar al.
amendments-preview-none = De tekst heeft fouten, dus er komt nog geen pagina uit.
amendments-preview-languages = Talen van de pagina
amendments-publication-title = Deze versie publiceren
amendments-publication-lead = Publiceren is niet terug te draaien: de versie blijft voor altijd leesbaar, en iedereen die het aangaat krijgt meteen bericht.
amendments-confirm = Ik heb gelezen wat er verandert en wat het doet, en ik publiceer het.
amendments-confirm-missing = Vink aan dat je het hebt gelezen.
amendments-not-published = Er is niets gepubliceerd. Het concept is veranderd, of er is iets tegen; dat staat hieronder.
amendments-publish = Publiceren en iedereen inlichten
amendments-back = Terug naar de tekst
