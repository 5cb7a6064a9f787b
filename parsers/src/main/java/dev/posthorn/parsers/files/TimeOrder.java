package dev.posthorn.parsers.files;

import dev.posthorn.parsers.files.RotatedName.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The order in which files were written, as far as names tell it; where they contradict themselves, as the system does. */
final class TimeOrder {

    private record Named(Path path, RotatedName name) {}

    private TimeOrder() {}

    /** Set by set, in the order of their names; within a set, the oldest first. */
    static List<Path> of(Collection<Path> files) {
        Map<Path, List<Named>> sets = new TreeMap<>();
        for (Path file : files) {
            RotatedName name = RotatedName.parse(String.valueOf(file.getFileName()));
            sets.computeIfAbsent(file.resolveSibling(name.log()), log -> new ArrayList<>())
                    .add(new Named(file, name));
        }
        List<Path> inOrder = new ArrayList<>();
        for (List<Named> set : sets.values()) {
            set.sort(orderOf(set));
            set.forEach(file -> inOrder.add(file.path()));
        }
        return List.copyOf(inOrder);
    }

    private static Comparator<Named> orderOf(List<Named> set) {
        List<Named> rotated = set.stream()
                .filter(file -> file.name().scheme() != Scheme.CURRENT)
                .toList();
        Set<Scheme> schemes = EnumSet.noneOf(Scheme.class);
        rotated.forEach(file -> schemes.add(file.name().scheme()));
        Comparator<Named> byAge = !tellTheirAge(rotated, schemes)
                ? byModification(set)
                : schemes.contains(Scheme.NUMBERED)
                        ? Comparator.comparing((Named file) -> file.name().number())
                                .reversed()
                        : Comparator.comparing(file -> file.name().time());
        return Comparator.comparing((Named file) -> file.name().scheme() == Scheme.CURRENT)
                .thenComparing(byAge)
                .thenComparing(Named::path);
    }

    /** Numbers and dates cannot be compared with each other, nor can dates that have minutes for months. */
    private static boolean tellTheirAge(List<Named> rotated, Set<Scheme> schemes) {
        boolean areMixed = schemes.contains(Scheme.NUMBERED) && schemes.size() > 1;
        List<Named> byPostfix = rotated.stream()
                .filter(file -> file.name().scheme() == Scheme.POSTFIX)
                .toList();
        boolean haveMinutesForMonths = !byPostfix.isEmpty()
                && byPostfix.stream().allMatch(file -> file.name().mayHaveMinuteForMonth());
        boolean haveImpossibleMonths = byPostfix.stream()
                .map(file -> Integer.parseInt(file.name().time().substring(4, 6)))
                .anyMatch(month -> month < 1 || month > 12);
        return !areMixed && !haveMinutesForMonths && !haveImpossibleMonths;
    }

    /** Compressors and logrotate keep the time of the last line. */
    private static Comparator<Named> byModification(List<Named> set) {
        Map<Path, FileTime> times =
                set.stream().map(Named::path).distinct().collect(Collectors.toMap(path -> path, TimeOrder::modified));
        return Comparator.comparing(file -> times.getOrDefault(file.path(), FileTime.fromMillis(0)));
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException gone) {
            return FileTime.fromMillis(0); // Whoever opens it will hear of it.
        }
    }
}
