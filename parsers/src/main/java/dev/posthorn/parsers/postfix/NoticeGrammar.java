package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.internal.swar.Literal;
import dev.posthorn.table.TsvTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All messages that are rows of {@code messages.tsv}: what a program can say beyond its own grammar. */
final class NoticeGrammar {

    private static final Set<PostfixProgram> TLS = EnumSet.of(
            PostfixProgram.SMTPD,
            PostfixProgram.SMTP,
            PostfixProgram.LMTP,
            PostfixProgram.TLSPROXY,
            PostfixProgram.POSTTLS_FINGER);

    private static final Set<PostfixProgram> QUEUE_MANAGERS =
            EnumSet.of(PostfixProgram.QMGR, PostfixProgram.OQMGR, PostfixProgram.NQMGR);

    /** What loggers say of a message instead of repeating it (maillog-dialects 3). */
    private static final Literal MESSAGE_REPEATED = Literal.of("message repeated ");

    private static final Literal LAST_MESSAGE_REPEATED = Literal.of("last message repeated ");

    private final Line line;
    final NoticeView notice;

    NoticeGrammar(Line line) {
        this.line = line;
        this.notice = new NoticeView(line);
    }

    /** The view that has read the line, or {@code null} if no row fits. */
    @Nullable
    NoticeView read(PostfixProgram program) {
        for (NoticeTemplate template : Holder.index(program).candidates(line)) {
            if (template.read(line, notice)) {
                return template.takesAnyText() && isNoMessage(template, program) ? null : notice;
            }
        }
        boolean isDumpRow = TLS.contains(program) && line.severity == Severity.INFO && notice.readDumpRow();
        return isDumpRow ? notice : null;
    }

    /** The longest fixed text of each row of a kind; none if a row has none, or there are no rows. */
    static List<String> fixedTexts(MaillogKind kind) {
        List<String> texts = Holder.TEMPLATES.stream()
                .filter(template -> template.isOfKind(kind))
                .map(NoticeTemplate::longestText)
                .toList();
        return texts.contains("") ? List.of() : texts;
    }

    /**
     * Reads a text whose program is not known: gives the view if it fits the rows of just one kind, and those speak for
     * themselves.
     */
    @Nullable
    NoticeView readOfAnyProgram() {
        NoticeTemplate only = null;
        for (NoticeTemplate template : Holder.OF_ANY_PROGRAM.candidates(line)) {
            boolean fits = template.speaksForItself()
                    && (only == null || !only.isOfKindOf(template))
                    && template.read(line, notice);
            if (fits && only != null) {
                return null;
            }
            only = fits ? template : only;
        }
        return only != null && only.read(line, notice) ? notice : null;
    }

    /** Of a row that takes any text: nothing is no message, a logger's marker is not the program's, and see below. */
    private boolean isNoMessage(NoticeTemplate template, PostfixProgram program) {
        boolean isMarker = MESSAGE_REPEATED.isAt(line.bytes, line.from, line.to)
                || LAST_MESSAGE_REPEATED.isAt(line.bytes, line.from, line.to);
        return line.from == line.to || isMarker || (template.isCatchAll() && isDamaged(program));
    }

    /** A warning that begins like one that is known, or has been tried before the table, is not a new one. */
    private boolean isDamaged(PostfixProgram program) {
        for (NoticeTemplate template : Holder.index(program).candidates(line)) {
            if (template.beginsLike(line, notice)) {
                return true;
            }
        }
        return TLS.contains(program) && TlsGrammar.beginsLikeWarning(line);
    }

    /** Reads the table when a line first needs it (JLS 12.4.2). */
    private static final class Holder {

        static final List<NoticeTemplate> TEMPLATES;

        static final NoticeIndex OF_ANY_PROGRAM;

        private static final Map<PostfixProgram, NoticeIndex> BY_PROGRAM = new EnumMap<>(PostfixProgram.class);

        static {
            Map<PostfixProgram, List<NoticeTemplate>> lists = new EnumMap<>(PostfixProgram.class);
            TsvTable table = TsvTable.read("messages.tsv", NoticeGrammar.class.getResourceAsStream("messages.tsv"));
            List<NoticeTemplate> all = new ArrayList<>();
            for (TsvTable.Row row : table.rows()) {
                NoticeTemplate template = template(row);
                all.add(template);
                for (PostfixProgram program : programs(row)) {
                    lists.computeIfAbsent(program, p -> new ArrayList<>()).add(template);
                }
            }
            TEMPLATES = List.copyOf(all);
            OF_ANY_PROGRAM = new NoticeIndex(all);
            Map<List<NoticeTemplate>, NoticeIndex> shared = new HashMap<>(); // Many programs say only what all say.
            for (PostfixProgram program : PostfixProgram.values()) {
                BY_PROGRAM.put(
                        program, shared.computeIfAbsent(lists.getOrDefault(program, List.of()), NoticeIndex::new));
            }
        }

        static NoticeIndex index(PostfixProgram program) {
            return Objects.requireNonNull(BY_PROGRAM.get(program));
        }

        private static NoticeTemplate template(TsvTable.Row row) {
            String text = row.text("template");
            boolean needsQueueId = text.startsWith("QID: ");
            try {
                TemplateText template = new TemplateText(needsQueueId ? text.substring("QID: ".length()) : text);
                return new NoticeTemplate(
                        MaillogKind.valueOf(constant(row.text("kind"))),
                        Severity.valueOf(constant(row.text("severity"))),
                        needsQueueId,
                        row.text("programs").equals("any"),
                        template.parts(),
                        template.steps());
            } catch (IllegalArgumentException e) {
                throw row.bad("template", "is no template: " + e.getMessage());
            }
        }

        private static String constant(String word) {
            return word.replace('-', '_').toUpperCase(Locale.ROOT);
        }

        private static Set<PostfixProgram> programs(TsvTable.Row row) {
            Set<PostfixProgram> programs = EnumSet.noneOf(PostfixProgram.class);
            for (String word : row.words("programs", ',')) {
                programs.addAll(
                        switch (word) {
                            case "any" -> EnumSet.allOf(PostfixProgram.class);
                            case "tls" -> TLS;
                            case "qmgr" -> QUEUE_MANAGERS;
                            default -> EnumSet.of(PostfixProgram.valueOf(constant(word)));
                        });
            }
            return programs;
        }
    }
}
