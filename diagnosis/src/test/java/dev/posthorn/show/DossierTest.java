package dev.posthorn.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.maillog.MaillogDiagnosis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DossierTest {

    private static final MaillogDiagnosis ORDINARY = SomeLogs.ordinary().diagnose();

    @Test
    void ordinaryLog_inAllForms_hasTheSameNumbers() throws IOException {
        Dossier dossier = Dossier.of("maillog", ORDINARY);
        String headline = "15 of 121 TLS handshakes failed (12.4%).";

        JsonNode json = new ObjectMapper().readTree(dossier.toJson());

        assertThat(json.get("established").asLong()).isEqualTo(106);
        assertThat(json.get("failed").asLong()).isEqualTo(15);
        assertThat(json.at("/directions/0/protocols/2/protocol").asText()).isEqualTo("TLSv1");
        assertThat(json.at("/directions/0/protocols/2/handshakes").asLong()).isEqualTo(10);
        assertThat(json.at("/directions/0/protocols/2/peersWithNothingBetter/0/peer")
                        .asText())
                .isEqualTo("old.example.net[198.51.100.3]");
        assertThat(json.at("/timeline/periods")).hasSize(48);
        assertThat(json.at("/notUnderstood/UNKNOWN_MESSAGE").asLong()).isEqualTo(1);
        assertThat(json.at("/peers/failing")).hasSize(2);
        assertThat(json.at("/peers/failing/0/name").asText()).isEqualTo("out7.bigsender.example.com");
        assertThat(json.at("/peers/failing/0/failures/0/count").asLong()).isEqualTo(10);
        assertThat(json.at("/remedies/0/files/0/lines/0").asText()).isEqualTo("smtpd_tls_eecdh_grade = strong");
        assertThat(json.at("/contradictions")).isEmpty();
        assertThat(dossier.toHtml()).contains(headline, "smtpd_tls_eecdh_grade = strong\n");
        assertThat(dossier.toString()).contains(headline, "       smtpd_tls_eecdh_grade = strong\n");
    }

    @Test
    void question_whetherTlsv1MayBeSwitchedOff_isAnsweredWithNames() {
        assertThat(Dossier.of("maillog", ORDINARY).toString())
                .contains(
                        "May TLSv1 and TLSv1.1 be switched off for mail coming in?",
                        "58 handshakes (54.7%) agreed on an older version.",
                        "2 peers were never seen with anything better.",
                        "mail2.example.org[198.51.100.2]",
                        "old.example.net[198.51.100.3]");
        assertThat(Dossier.of("maillog", ORDINARY).toHtml())
                .contains("2 peers were never seen with anything better.", "old.example.net<wbr>[198.51.100.3]");
    }

    @Test
    void peer_withAnOldAndANewVersion_isNotInTheWay() {
        SomeLogs log = new SomeLogs()
                .established("Aug 23 10:00:00", "a.example.com[192.0.2.1]", "TLSv1", "AES128-SHA")
                .established("Aug 23 11:00:00", "a.example.com[192.0.2.1]", "TLSv1.2", "AES128-SHA");

        assertThat(Dossier.of("maillog", log.diagnose()).toString())
                .contains("All of these peers were also seen with TLSv1.2 or");
    }

    /** smtp requires TLS, and the server does not offer it: no handshake, and no mail. */
    @Test
    void session_thatFailedWithoutAHandshake_isToldOf() {
        SomeLogs log = new SomeLogs()
                .line("Aug 23 10:00:00 mx postfix/smtp[1]: 7C1D93A0F2: to=<b@example.net>,"
                        + " relay=mx.example.net[192.0.2.25]:25, delay=1, delays=0/0/1/0, dsn=4.7.4, status=deferred"
                        + " (TLS is required, but was not offered by host mx.example.net[192.0.2.25])");

        assertThat(Dossier.of("maillog", log.diagnose(MailServer.unknown())).toString())
                .contains("1 session came to grief without a handshake that failed.");
        assertThat(Dossier.of("maillog", log.diagnose(MailServer.unknown())).toHtml())
                .contains("class=\"verdict wrong\"", "1 session came to grief");
    }

    @Test
    void emptyLog_inAllForms_saysSo() throws IOException {
        Dossier dossier = Dossier.of("maillog", new SomeLogs().diagnose(MailServer.unknown()));

        assertThat(dossier.toHtml()).contains("The log is empty.");
        assertThat(dossier.toString()).contains("The log is empty.");
        assertThat(new ObjectMapper().readTree(dossier.toJson()).get("failed").asLong())
                .isZero();
    }

    @Test
    void log_ofSomethingElse_isNotTakenForHealth() {
        SomeLogs web = new SomeLogs().line("192.0.2.1 - - [23/Aug/2018:10:00:00 +0200] \"GET / HTTP/1.1\" 200 12");
        SomeLogs quiet =
                new SomeLogs().line("Aug 23 10:00:00 mx postfix/smtpd[1]: connect from a.example.com[192.0.2.1]");

        assertThat(Dossier.of("access.log", web.diagnose(MailServer.unknown())).toHtml())
                .contains("Not one of 1 line is of a program that this library reads.");
        assertThat(Dossier.of("maillog", quiet.diagnose(MailServer.unknown())).toHtml())
                .contains("No TLS handshake in 1 line.");
    }

    @Test
    void text_ofAnyLog_hasNothingThatSteersATerminal() {
        for (SomeLogs log : List.of(SomeLogs.ordinary(), SomeLogs.hostile(), SomeLogs.huge(500))) {
            String text = Dossier.of("\u001B[31m", log.diagnose()).toString();

            assertThat(text.replace("\n", "").codePoints().map(Character::getType))
                    .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT);
            assertThat(text.lines().mapToInt(String::length)).allMatch(length -> length <= 100);
        }
    }

    @Test
    void forms_ofAHugeLog_stayReadable() throws IOException {
        Dossier dossier = Dossier.of("maillog", SomeLogs.huge(12_000).diagnose());
        String html = dossier.toHtml();

        assertThat(html.length()).isLessThan(1_000_000);
        assertThat(dossier.toString().lines().count()).isLessThan(1_000);
        assertThat(html).contains("There were more");
        assertThat(new ObjectMapper().readTree(dossier.toJson()).get("exact").asBoolean())
                .isFalse();
    }

    @Test
    void samePage_isTheSameBytes() {
        assertThat(Dossier.of("maillog", SomeLogs.ordinary().diagnose()).toHtml())
                .isEqualTo(Dossier.of("maillog", ORDINARY).toHtml());
    }

    @Test
    void policy_admitsTheStyleSheetByItsHashAndNothingElse() throws Exception {
        String html = Dossier.of("maillog", ORDINARY).toHtml();
        Matcher style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(html);
        assertThat(style.find()).isTrue();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));

        assertThat(html)
                .contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-"
                        + Base64.getEncoder().encodeToString(hash)
                        + "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\"");
        assertThat(style.find()).as("a second style element").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 0%", "1, 10000, < 0.1%", "1, 8, 12.5%", "9999, 10000, > 99.9%", "10, 10, 100.0%", "0, 0, 0%"})
    void share_isNeverRoundedToNothingOrAll(long part, long whole, String words) {
        assertThat(Words.share(part, whole)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "3, 4", "19, 20", "21, 40", "99, 100", "9223372036854775807, 9223372036854775807"})
    void highestMark_isRoundAndNotBelow(long highest, long mark) {
        assertThat(TimeChart.roundedUp(highest)).isEqualTo(mark);
    }
}
