package dev.posthorn.show;

import dev.posthorn.json.JsonWriter;

final class DossierJson {
    private final Dossier dossier;
    DossierJson(Dossier dossier) { this.dossier = dossier; }
    String write() { return new JsonWriter().beginObject().name("title").value(dossier.title()).endObject().toString(); }
}
