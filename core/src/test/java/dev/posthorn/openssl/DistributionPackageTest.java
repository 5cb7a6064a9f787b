package dev.posthorn.openssl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages of distributions as fact sheet on cipher strings section 13 has them. */
class DistributionPackageTest {

    @ParameterizedTest
    @CsvSource({
        "centos6 1.0.1e, rhel-1.0.1e-last, DEFAULT_REPRODUCED, true",
        "rhel7 1.0.1e-fips, rhel-1.0.1e-last, DEFAULT_REPRODUCED, true",
        "centos7 1.0.2k, rhel-1.0.2k, DEFAULT_REPRODUCED, true",
        "centos6-noec 1.0.1e, rhel-1.0.1e-noec, FROM_RECIPE, true",
        "debian7 1.0.1e, debian-7, FROM_RECIPE, false",
        "debian8 1.0.1t, debian-8, DEFAULT_REPRODUCED, false",
        "ubuntu14.04 1.0.1f, ubuntu-14.04, DEFAULT_REPRODUCED, false",
        "ubuntu16.04 1.0.2g, ubuntu-16.04, DEFAULT_SET_CONFIRMED, false",
        "amazon 1.0.2k, amazon-1.0.2k, NOT_VERIFIED, true"
    })
    void parse_ofAPackage_hasItsOptionsAndItsCertainty(String text, String id, Certainty certainty, boolean krb5) {
        OpenSslBuild build = OpenSslBuild.parse(text);

        assertThat(build.distribution()).hasValueSatisfying(known -> {
            assertThat(known).hasToString(id);
            assertThat(known.certainty()).isEqualTo(certainty);
            assertThat(known.evidence()).endsWith(".");
        });
        assertThat(build.has(BuildOption.KRB5)).isEqualTo(krb5);
        assertThat(build.has(BuildOption.IDEA)).isEqualTo(krb5);
        assertThat(build.isDefault()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"centos6 1.0.1e", "debian8 1.0.1k no-seed", "centos6 1.0.1e no-krb5 srp", "amazon 1.0.2k"})
    void text_ofAPackage_parsesBack(String text) {
        OpenSslBuild build = OpenSslBuild.parse(text);

        assertThat(OpenSslBuild.parse(build.toString())).isEqualTo(build).hasSameHashCodeAs(build);
    }

    @Test
    void text_ofAPackage_namesOnlyWhatDeviatesFromIt() {
        assertThat(OpenSslBuild.parse("debian8 1.0.1k no-ssl2 no-seed idea"))
                .hasToString("debian8 1.0.1k idea no-seed");
    }

    @Test
    void package_differsFromUpstreamWithTheSameOptions() {
        assertThat(OpenSslBuild.parse("debian7 1.0.1e")).isNotEqualTo(OpenSslBuild.parse("1.0.1e no-ssl2 no-idea"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"centos6 1.0.2u", "debian8 1.0.1e"})
    void package_ofAnotherRelease_isNotKnown(String text) {
        assertThatThrownBy(() -> OpenSslBuild.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no package " + text.split(" ", -1)[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slackware 1.0.1e", "centos6", "CentOS6 1.0.1e"})
    void otherText_isNoRelease(String text) {
        assertThatThrownBy(() -> OpenSslBuild.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no OpenSSL release");
    }

    @Test
    void table_hasTwelvePackagesWithIdsAndNamesOfTheirOwn() {
        Set<String> seen = new HashSet<>();

        assertThat(DistributionPackage.known()).hasSize(12).allSatisfy(known -> {
            assertThat(seen.add(known.id())).isTrue();
            assertThat(known.names()).startsWith(known.name());
        });
        assertThat(DistributionPackage.forName("centos7", OpenSslRelease.parse("1.0.1e")))
                .isEqualTo(DistributionPackage.forName("centos6", OpenSslRelease.parse("1.0.1e")));
    }
}
