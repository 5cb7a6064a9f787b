package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.BuildOption;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a range of releases reads cipher strings: a row of {@code releases.tsv}, whose head explains the columns.
 *
 * @param first the oldest release
 * @param last the newest release
 * @param line which {@code ciphers} and {@code aliases} tables hold the rows
 * @param baseOrder which {@code base-order} table holds the steps
 * @param wordCharacters what words are made of
 * @param singleEntryQuirk does a list with one entry left ignore every rule?
 * @param levelCommand is {@code @SECLEVEL=n} a command?
 * @param namesByCodePoint does a name that ends a rule mean one suite rather than its attributes?
 * @param joinKeepsNotDefault does the requirement of the not-default mark survive a later word that asks for strength?
 * @param fipsMode has the library a mode that bars suites without the FIPS mark?
 * @param suiteB how a Suite B keyword is recognised
 * @param defaultList what {@code DEFAULT} stands for
 * @param ciphersuites the names of the TLS 1.3 suites that stand before every list
 * @param unrecorded options that add suites which no table here has
 */
record ReleaseBehaviour(
        OpenSslRelease first,
        OpenSslRelease last,
        String line,
        String baseOrder,
        WordCharacters wordCharacters,
        boolean singleEntryQuirk,
        boolean levelCommand,
        boolean namesByCodePoint,
        boolean joinKeepsNotDefault,
        boolean fipsMode,
        SuiteBRecognition suiteB,
        String defaultList,
        List<String> ciphersuites,
        Set<BuildOption> unrecorded) {

    /** How a keyword is recognised. */
    enum SuiteBRecognition {
        NONE,
        EXACT,
        PREFIX
    }

    static ReleaseBehaviour read(TsvTable.Row row) {
        OpenSslRelease first = OpenSslRelease.parse(row.text("first"));
        OpenSslRelease last = OpenSslRelease.parse(row.text("last"));
        if (last.compareTo(first) < 0) {
            throw row.bad("last", "is older than first");
        }
        return new ReleaseBehaviour(
                first,
                last,
                row.text("line"),
                row.text("base_order"),
                new WordCharacters(row.text("word_bytes")),
                row.flag("single_entry_quirk"),
                row.flag("level_command"),
                namesByCodePoint(row),
                row.flag("join_keeps_not_default"),
                row.flag("fips_mode"),
                suiteB(row),
                row.text("default_list"),
                row.words("ciphersuites", ':'),
                unrecorded(row));
    }

    private static boolean namesByCodePoint(TsvTable.Row row) {
        return switch (row.text("names")) {
            case "by-attributes" -> false;
            case "last-by-code-point" -> true;
            default -> throw row.bad("names", "is no way to read a name");
        };
    }

    private static SuiteBRecognition suiteB(TsvTable.Row row) {
        return switch (row.text("suite_b")) {
            case "none" -> SuiteBRecognition.NONE;
            case "exact" -> SuiteBRecognition.EXACT;
            case "prefix" -> SuiteBRecognition.PREFIX;
            default -> throw row.bad("suite_b", "is no way to recognise a keyword");
        };
    }

    private static Set<BuildOption> unrecorded(TsvTable.Row row) {
        Set<BuildOption> options = EnumSet.noneOf(BuildOption.class);
        for (String word : row.words("unrecorded", ',')) {
            options.add(
                    row.known("unrecorded", BuildOption.forConfigureWord(word), "names the unknown option " + word));
        }
        return options;
    }

    Optional<String> suiteBKeyword(String cipherString) {
        if (suiteB == SuiteBRecognition.NONE || !cipherString.startsWith(SuiteBKeywords.STEM)) {
            return Optional.empty();
        }
        for (String keyword : SuiteBKeywords.all()) {
            if (cipherString.startsWith(keyword)
                    && (suiteB == SuiteBRecognition.PREFIX || endsAt(keyword.length(), cipherString))) {
                return Optional.of(keyword);
            }
        }
        return Optional.empty();
    }

    private static boolean endsAt(int length, String cipherString) {
        return cipherString.length() == length || cipherString.charAt(length) == '\0';
    }
}
