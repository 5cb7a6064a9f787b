package dev.posthorn.show;

import dev.posthorn.diagnosis.LogLine;
import dev.posthorn.internal.json.JsonWriter;
import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.maillog.Contradiction;
import dev.posthorn.maillog.MaillogDiagnosis;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.PeerCounts;
import dev.posthorn.peers.PeerFailure;
import dev.posthorn.peers.PeerFinding;
import dev.posthorn.peers.Peers;
import dev.posthorn.postfix.Finding;
import dev.posthorn.remedy.ConfigurationText;
import dev.posthorn.remedy.Impact;
import dev.posthorn.remedy.PeerImpact;
import dev.posthorn.remedy.TargetedRemedy;
import java.util.List;
import java.util.Optional;

/** The members that a diagnosis adds to the JSON of a dossier. */
final class DiagnosisJson {

    private final DiagnosisFigures figures;
    private final JsonWriter json;

    DiagnosisJson(DiagnosisFigures figures, JsonWriter json) {
        this.figures = figures;
        this.json = json;
    }

    void write() {
        MaillogDiagnosis diagnosis = figures.diagnosis();
        json.name("sessions").beginObject();
        diagnosis
                .sessionCounts()
                .forEach((outcome, count) -> json.name(outcome.name()).value(count));
        json.endObject();
        peers(diagnosis.peers());
        json.name("remedies").beginArray();
        figures.remedies().forEach(this::remedy);
        json.endArray();
        json.name("contradictions").beginArray();
        diagnosis.contradictions().forEach(this::contradiction);
        json.endArray();
        json.name("settings").beginArray();
        diagnosis.findings().forEach(this::finding);
        json.endArray();
    }

    private void peers(Peers peers) {
        json.name("peers").beginObject().name("exact").value(peers.isExact());
        json.name("errorBound").value(peers.errorBound()).name("forgotten").value(peers.forgotten());
        json.name("failedWithoutPeer").value(peers.failedWithoutPeer());
        json.name("failing").beginArray();
        figures.failing().forEach(this::peer);
        json.endArray().endObject();
    }

    private void peer(Peer peer) {
        json.beginObject().name("role").value(peer.role().name());
        json.name("name").value(peer.name()).name("address").value(peer.address());
        peer.finding().ifPresent(this::finding);
        counts(peer.counts());
        time("first", peer.firstAt());
        time("last", peer.lastAt());
        texts("services", peer.services());
        texts("domains", peer.domains());
        json.name("failures").beginArray();
        peer.failures().forEach(this::failure);
        json.endArray().name("remedies").beginArray();
        figures.remediesFor(peer).forEach(number -> json.value((long) number));
        json.endArray();
        figures.unserved(peer).ifPresent(because -> json.name("noRemedy").value(because));
        json.endObject();
    }

    private void finding(PeerFinding finding) {
        json.name("kind").value(finding.kind().name());
        json.name("confidence").value(finding.confidence().name());
        texts("possible", finding.possible().stream().map(Enum::name).toList());
        texts("because", finding.because());
        json.name("evidence").beginArray();
        for (LogLine line : finding.evidence()) {
            json.beginObject().name("line").value(line.number());
            json.name("text").value(line.text()).endObject();
        }
        json.endArray();
    }

    private void counts(PeerCounts counts) {
        json.name("sessions").value(counts.sessions());
        json.name("established").value(counts.established()).name("failed").value(counts.failed());
        json.name("acceptedOverTls").value(counts.acceptedOverTls());
        json.name("acceptedInClearText").value(counts.acceptedInClearText());
        json.name("fellBack").value(counts.fellBack());
        json.name("establishedAfterFailure").value(counts.establishedAfterFailure());
    }

    private void failure(PeerFailure failure) {
        json.beginObject().name("reason").value(failure.reason());
        json.name("cause").value(failure.cause().name()).name("count").value(failure.count());
        time("first", failure.firstAt());
        time("last", failure.lastAt());
        json.name("firstLine").value(failure.firstLine()).endObject();
    }

    private void remedy(TargetedRemedy remedy) {
        json.beginObject().name("kind").value(remedy.kind().name());
        json.name("summary").value(remedy.summary());
        json.name("confidence").value(remedy.confidence().name());
        json.name("risk").value(remedy.risk());
        texts("caveats", remedy.caveats());
        json.name("files").beginArray();
        for (ConfigurationText text : remedy.texts()) {
            json.beginObject().name("file").value(text.file().path());
            texts("lines", text.lines());
            json.endObject();
        }
        json.endArray();
        texts("serves", remedy.serves().stream().map(Peer::text).toList());
        remedy.impact().ifPresent(this::impact);
        json.endObject();
    }

    private void impact(Impact impact) {
        json.name("impact").beginArray();
        for (PeerImpact peer : Remedies.touched(impact)) {
            json.beginObject().name("peer").value(peer.peer().text());
            json.name("becomes").value(peer.kind().name());
            json.name("before").value(peer.before()).name("after").value(peer.after());
            json.name("confidence").value(peer.confidence().name());
            json.name("because").value(peer.because()).endObject();
        }
        json.endArray();
    }

    private void contradiction(Contradiction contradiction) {
        json.beginObject().name("role").value(contradiction.role().name());
        json.name("service").value(contradiction.service()).name("subject").value(contradiction.subject());
        json.name("settingsSay").value(contradiction.settingsSay());
        json.name("logSays").value(contradiction.logSays());
        json.name("count").value(contradiction.count());
        json.name("firstLine").value(contradiction.firstLine()).endObject();
    }

    private void finding(Finding finding) {
        json.beginObject().name("rule").value(finding.rule().name());
        json.name("severity").value(finding.severity().name());
        json.name("subject").value(finding.subject());
        json.name("reason").value(finding.reason()).name("fix").value(finding.fix());
        json.endObject();
    }

    private void texts(String member, List<String> texts) {
        json.name(member).beginArray();
        texts.forEach(json::value);
        json.endArray();
    }

    private void time(String member, Optional<LogTimestamp> time) {
        time.ifPresent(known -> json.name(member).value(known.text()));
    }
}
