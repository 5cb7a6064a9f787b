package dev.posthorn.show;

final class DossierText {
    private final Dossier dossier;
    DossierText(Dossier dossier) { this.dossier = dossier; }
    String write() { return dossier.title() + "\n"; }
}
