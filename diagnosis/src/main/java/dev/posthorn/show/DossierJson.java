package dev.posthorn.show;

import dev.posthorn.internal.json.JsonWriter;
import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.report.PeerProtocol;
import dev.posthorn.report.Ranking;
import dev.posthorn.report.TlsFailureCount;
import dev.posthorn.report.TlsPeriod;
import dev.posthorn.report.TlsReport;
import dev.posthorn.report.TlsTimeline;
import dev.posthorn.show.TlsFigures.Direction;
import dev.posthorn.show.TlsFigures.Named;
import dev.posthorn.show.TlsFigures.ProtocolUse;
import java.util.List;
import java.util.Optional;

/** A dossier as JSON, in the form that the documentation of this package promises. */
final class DossierJson {

    /** Grows when readers of the form before would misread the new one; new members do not make it grow. */
    private static final int VERSION = 1;

    private final Dossier dossier;
    private final TlsFigures figures;
    private final JsonWriter json = new JsonWriter();

    DossierJson(Dossier dossier) {
        this.dossier = dossier;
        figures = dossier.figures();
    }

    String write() {
        TlsReport report = figures.report();
        json.beginObject().name("dossier").value("tls").name("version").value(VERSION);
        json.name("title").value(dossier.title());
        json.name("lines").value(report.lines()).name("exact").value(report.isExact());
        json.name("established").value(figures.established()).name("failed").value(figures.failed());
        directions();
        timeline(report.timeline());
        named("suites", figures.suites());
        named("services", figures.services());
        named("trust", figures.trusts());
        failures(report.failures());
        notUnderstood(report);
        dossier.diagnosis().ifPresent(diagnosis -> new DiagnosisJson(diagnosis, json).write());
        return json.endObject().toString();
    }

    private void directions() {
        json.name("directions").beginArray();
        for (Direction direction : figures.directions()) {
            json.beginObject().name("role").value(direction.role().name());
            json.name("established").value(direction.established());
            json.name("reused").value(direction.reused());
            json.name("failed").value(direction.failed());
            json.name("protocols").beginArray();
            for (ProtocolUse use : direction.protocols()) {
                json.beginObject().name("protocol").value(use.protocol().word());
                json.name("handshakes").value(use.handshakes());
                json.name("peersWithNothingBetter").beginArray();
                use.nothingBetter().forEach(this::peer);
                json.endArray().endObject();
            }
            json.endArray().endObject();
        }
        json.endArray();
    }

    private void peer(PeerProtocol peer) {
        json.beginObject().name("peer").value(peer.peer());
        json.name("handshakes").value(peer.handshakes());
        time("last", peer.last());
        json.endObject();
    }

    private void timeline(TlsTimeline timeline) {
        json.name("timeline").beginObject();
        json.name("step").value(timeline.step().name());
        json.name("periods").beginArray();
        for (TlsPeriod period : timeline.periods()) {
            json.beginObject().name("period").value(period.period());
            json.name("role").value(period.role().name());
            json.name("results").beginObject();
            period.counts().forEach((result, count) -> json.name(result.word()).value(count));
            json.endObject().endObject();
        }
        json.endArray().endObject();
    }

    private void named(String member, List<Named> names) {
        json.name(member).beginArray();
        for (Named name : names) {
            json.beginObject().name("name").value(name.name());
            json.name("handshakes").value(name.count()).endObject();
        }
        json.endArray();
    }

    private void failures(Ranking<TlsFailureCount> failures) {
        json.name("failures").beginObject();
        json.name("total").value(failures.total());
        json.name("errorBound").value(failures.errorBound());
        json.name("rows").beginArray();
        failures.rows().forEach(this::failure);
        json.endArray().endObject();
    }

    private void failure(TlsFailureCount failure) {
        json.beginObject().name("role").value(failure.role().name());
        json.name("peer").value(failure.peer());
        json.name("error").value(failure.error());
        json.name("verdict").value(failure.verdict().name());
        json.name("count").value(failure.count());
        time("first", failure.first());
        time("last", failure.last());
        failure.meanInterval()
                .ifPresent(interval -> json.name("meanIntervalSeconds").value(interval.toSeconds()));
        time("laterSuccess", failure.laterSuccess());
        json.endObject();
    }

    private void notUnderstood(TlsReport report) {
        json.name("notUnderstood").beginObject();
        for (UnrecognizedReason reason : NotUnderstood.reasons(report)) {
            json.name(reason.name()).value(report.unrecognized(reason));
        }
        json.endObject();
        json.name("leftOut").value(report.leftOut()).name("lost").value(report.lost());
    }

    private void time(String member, Optional<LogTimestamp> time) {
        time.ifPresent(known -> json.name(member).value(known.text()));
    }
}
