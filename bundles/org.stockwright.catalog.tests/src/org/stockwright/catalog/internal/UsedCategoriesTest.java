package org.stockwright.catalog.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.stockwright.base.ItemId;
import org.stockwright.base.Unit;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Tracking;
import org.stockwright.catalog.UsedCategories;

import static org.assertj.core.api.Assertions.assertThat;

class UsedCategoriesTest {

    private static UsedCategories of(String... categories) {
        List<ItemRow> items = Stream.of(categories)
            .map(category -> new ItemRow(new ItemId(1), "BOLT", "Bolt", category, Unit.EACH, Set.of(), Tracking.NONE,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, ""))
            .toList();
        return UsedCategories.of(items);
    }

    @Test
    void aCategoryIsFoundAsTheCatalogSpellsItWithThoseAroundIt() {
        UsedCategories used = of("Fasteners/Bolts/Steel", "", "Raw");
        assertThat(used.find("fasteners")).contains("Fasteners");
        assertThat(used.find("FASTENERS/BOLTS")).contains("Fasteners/Bolts");
        assertThat(used.find("raw")).contains("Raw");
        assertThat(used.find("Bolts")).isEmpty();
        assertThat(used.find("Fasten")).isEmpty();
    }

    @Test
    void whoeverWroteAWrongOneIsToldSomeThatThereAre() {
        assertThat(of("").hint()).isEqualTo("No item has a category.");
        assertThat(of("B", "A", "B").hint()).isEqualTo("Items have categories such as A, B.");
    }

    @Test
    void aPartIsWithinItsWholeButNotWithinANameThatBeginsAlike() {
        assertThat(UsedCategories.within("Fasteners/Bolts", "fasteners")).isTrue();
        assertThat(UsedCategories.within("Fasteners", "Fasteners")).isTrue();
        assertThat(UsedCategories.within("Fasteners", "Fast")).isFalse();
    }

}
