package dev.posthorn.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.posthorn.architecture.HousePlan.Room;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library keeps to its {@link HousePlan}; {@link HousePlanTest} shows that the plan can be broken. */
class ArrowsTest {

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.posthorn");

    @Test
    void rooms_areExactlyThePackagesOfTheLibrary() {
        assertThat(LIBRARY.stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        HousePlan.ROOMS.stream().map(Room::name).toList());
    }

    @ParameterizedTest
    @MethodSource
    void room_usesOnlyWhatItMay(Room room) {
        room.arrows().check(LIBRARY);
    }

    static Stream<Named<Room>> room_usesOnlyWhatItMay() {
        return HousePlan.ROOMS.stream().map(room -> Named.of(room.name(), room));
    }

    @ParameterizedTest
    @MethodSource
    void house_keepsTheRule(ArchRule rule) {
        rule.check(LIBRARY);
    }

    static List<ArchRule> house_keepsTheRule() {
        return List.of(
                HousePlan.PARSERS_DO_NOT_KNOW_CIPHERS,
                HousePlan.CIPHERS_DO_NOT_KNOW_PARSERS,
                HousePlan.NO_CYCLES,
                HousePlan.INTERNAL_STAYS_INSIDE,
                HousePlan.NO_INTERNAL_TYPE_IN_A_PUBLIC_SIGNATURE,
                HousePlan.EVERY_PACKAGE_IS_NULL_MARKED,
                HousePlan.NOTHING_IS_PRINTED,
                HousePlan.NOBODY_ENDS_THE_PROCESS,
                HousePlan.NOTHING_DEPENDS_ON_THE_COMMAND_LINE,
                HousePlan.NOTHING_IS_LOGGED);
    }
}
