package org.stockwright.security.internal;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

import static org.assertj.core.api.Assertions.assertThat;

class PermissionCatalogTest {

    private static PermissionSource source(String id, boolean bySite) {
        return () -> List.of(new Permission(id, "Post", "Posts movements.", bySite));
    }

    @Test
    void nobodyTakesTheLimitToSitesAwayFromThePermissionOfAnother() {
        PermissionSource ours = source("ledger.post", true);
        PermissionSource other = source("ledger.post", false);
        for (List<PermissionSource> order : List.of(List.of(ours, other), List.of(other, ours))) {
            PermissionCatalog catalog = new PermissionCatalog();
            order.forEach(catalog::add);
            catalog.add(source("other.see", false));
            assertThat(catalog.isEverywhere("ledger.post")).isFalse();
            assertThat(catalog.isEverywhere("other.see")).isTrue();
            assertThat(catalog.ids()).containsExactlyInAnyOrder("ledger.post", "other.see");
        }
    }

}
