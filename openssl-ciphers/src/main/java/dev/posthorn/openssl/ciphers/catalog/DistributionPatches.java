package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.table.TsvTable;

/** What the packages of distributions change beyond options: the rows of {@code distribution-patches.tsv}. */
final class DistributionPatches {

    private DistributionPatches() {}

    static CatalogPatch of(OpenSslBuild build) {
        return build.distribution().isEmpty()
                ? CatalogPatch.none()
                : forPackage(build.distribution().get().id(), ReleaseTables.table("distribution-patches.tsv"));
    }

    static CatalogPatch forPackage(String id, TsvTable table) {
        CatalogPatch patch = CatalogPatch.none();
        for (TsvTable.Row row : table.rows()) {
            if (row.text("id").equals(id)) {
                patch = with(patch, row);
            }
        }
        return patch;
    }

    private static CatalogPatch with(CatalogPatch patch, TsvTable.Row row) {
        String suites = row.text("suites");
        return switch (row.text("attribute")) {
            case "strength_bits" -> patch.effectiveKeyBits(suites, row.integer("value"));
            case "strength" -> patch.strength(suites, row.text("value"));
            case "au" -> patch.authentication(suites, row.text("value"));
            case "default_list" -> patch.defaultList(row.text("value"));
            default -> throw row.bad("attribute", "is nothing that a patch can change");
        };
    }
}
