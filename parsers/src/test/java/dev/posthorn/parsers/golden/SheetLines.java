package dev.posthorn.parsers.golden;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.table.TsvTable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lines made of the templates of the fact sheet: each for every program that prints it, under every header. */
public final class SheetLines {

    private static final List<String> INSTANCES = List.of(
            "postfix", "postfix-out", "postfix/submission", "postfix/127.0.0.1:10025", "mta.in", "postfix/relay");

    /** Those that use the TLS library. */
    private static final List<String> TLS = List.of("smtpd", "smtp", "lmtp", "tlsproxy", "posttls-finger");

    private final SheetPools pools = new SheetPools();

    /** A line, its bytes as characters of Latin-1, and its truth. */
    record SheetLine(
            SheetHeader header,
            String latin1,
            String instance,
            String program,
            String pid,
            String severity,
            MaillogKind kind,
            Map<String, String> fields) {

        byte[] bytes() {
            return latin1.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return header + ": " + new String(bytes(), StandardCharsets.UTF_8);
        }
    }

    static List<TsvTable.Row> templates() {
        return table("templates.tsv").rows();
    }

    static TsvTable table(String name) {
        return TsvTable.read(name, SheetLines.class.getResourceAsStream("sheet/" + name));
    }

    /** All of them, as one log. */
    public static byte[] all() {
        SheetLines lines = new SheetLines();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        templates().forEach(row -> lines.of(row).forEach(line -> log.writeBytes(line.bytes())));
        return log.toByteArray();
    }

    /** The lines of one template: its own, and always the same. */
    List<SheetLine> of(TsvTable.Row row) {
        SheetTemplate template = new SheetTemplate(row.text("template"), pools);
        List<String> programs = row.text("programs").equals("tls") ? TLS : row.words("programs", ',');
        Random random = new Random(row.text("template").hashCode());
        List<SheetLine> lines = new ArrayList<>();
        for (String program : programs) {
            for (SheetHeader header : SheetHeader.values()) {
                lines.add(line(row, template, program, header, random));
            }
        }
        return lines;
    }

    private static SheetLine line(
            TsvTable.Row row, SheetTemplate template, String program, SheetHeader header, Random random) {
        SheetTemplate.Filled filled = template.fill(program, random);
        String instance = INSTANCES.get(random.nextInt(INSTANCES.size()));
        String pid = Integer.toString(1 + random.nextInt(4_000_000));
        String severity = row.text("severity");
        return new SheetLine(
                header,
                new String(header.wrap(instance, program, pid, severity, filled.text()), StandardCharsets.ISO_8859_1),
                header.hasInstance() ? instance : "",
                program,
                header.hasPid() ? pid : "-1",
                severity,
                GoldenNames.kind(row.text("kind")),
                filled.fields());
    }
}
