package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules: master(5). */
class MasterCfTest {

    private static List<MasterService> services(String version, String text) {
        return MasterCf.parse(text, PostfixVersion.parse(version)).services();
    }

    @Test
    void service_hasNameTypeCommandAndLine() {
        MasterService service = services("2.6.6", """
                # service type  private unpriv  chroot  wakeup  maxproc command + args

                192.0.2.11:smtp inet n - n - - smtpd
                  -o smtpd_tls_protocols=!SSLv2
                """).get(0);

        assertThat(service).hasToString("192.0.2.11:smtp/inet");
        assertThat(service.command()).isEqualTo("smtpd");
        assertThat(service.lineNumber()).isEqualTo(3);
        assertThat(service.options()).containsExactly(new MasterService.Option("smtpd_tls_protocols", "!SSLv2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.0.0 | -o a=b | a=b",
                "3.0.0 | -oa=b | a=b",
                "3.0.0 | -v -o a=b -D -o c=d | a=b c=d",
                "3.0.0 | -vo a=b | a=b",
                "3.0.0 | -n smtp -o a=b | a=b",
                "3.0.0 | -o { a = b, c } -o d=e | a=b, c d=e",
                "3.0.0 | -o {a=b c} | a=b c",
                "3.0.0 | -o a={b} | a={b}",
                "3.0.0 | -o a= | a=",
                "3.0.0 | flags=DRhu user=filter -o a=b | ''",
                "2.11.0 | -o { a = b } -o c=d | ''",
            })
    void options_areReadAsGetoptDoes(String version, String arguments, String expected) {
        String options = services(version, "smtp inet n - n - - smtpd " + arguments).get(0).options().stream()
                .map(option -> option.parameter() + "=" + option.value())
                .reduce((a, b) -> a + " " + b)
                .orElse("");

        assertThat(options).isEqualTo(expected);
    }

    @Test
    void optionWithoutSetting_andLineWithoutService_areComplainedOf() {
        MasterCf masterCf = MasterCf.parse(
                "smtp inet n - n - - smtpd -o\nsmtp inet n\nsmtp inet n - n - - smtpd -o x\n",
                PostfixVersion.parse("2.6.6"));

        assertThat(masterCf.badLines()).extracting(MasterCf.BadLine::lineNumber).containsExactly(1, 2, 3);
        assertThat(masterCf.services()).hasSize(2);
    }
}
