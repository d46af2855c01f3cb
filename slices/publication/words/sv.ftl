publication-title = Integritetsförklaring
publication-as-text = Läs detta som ren text
