package org.stockwright.catalog.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Tracking;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.catalog.spi.InventoryRole;
import org.stockwright.catalog.spi.InventoryRoles;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A module adds roles of its own; items keep them when the module is gone. */
class InventoryRolesTest {

    @TempDir
    Path folder;

    private static ItemDraft draft(String code, String name, String role) {
        return new ItemDraft(Optional.empty(), code, name, "", "", "EA", Set.of(role), Tracking.NONE,
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, List.of(),
            List.of(), List.of(), -1);
    }

    private static Items itemsWithRole(World world, String role, boolean wanted) throws InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            Items items = world.service(Items.class);
            if (items.roles().contains(role) == wanted) {
                return items;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException(role + " did not " + (wanted ? "come" : "go"));
    }

    @Test
    void aModulesRolesComeAndGoWithIt() throws InterruptedException {
        BundleContext context = FrameworkUtil.getBundle(InventoryRolesTest.class).getBundleContext();
        try (World world = World.open(folder.resolve("roles"))) {
            world.service(Units.class).save(new UnitView("Each", Unit.EACH)).value();
            assertThat(world.service(Items.class).roles()).containsExactly("RAW", "PART", "WIP", "FINISHED", "MRO",
                "PACKAGING", "SERVICE");
            InventoryRoles module = () -> List.of(new InventoryRole("RENTAL", "Rented out"));
            ServiceRegistration<InventoryRoles> registration = context.registerService(InventoryRoles.class, module,
                null);
            Item rented;
            try {
                rented = itemsWithRole(world, "RENTAL", true).save(draft("MIXER", "Concrete mixer", "RENTAL")).value();
            } finally {
                registration.unregister();
            }

            Items items = itemsWithRole(world, "RENTAL", false);

            assertThat(rented.roles()).containsExactly("RENTAL");
            assertThat(items.save(draft("MIXER", "Mixer", "RENTAL")).value().roles()).containsExactly("RENTAL");
            Outcome<Item> other = items.save(draft("OTHER", "Other", "RENTAL"));
            assertThat(other.refusals()).extracting(Refusal::code).containsExactly(CatalogRefusal.UNKNOWN_VALUE);
        }
    }

    @Test
    void aRolesCodeIsOneWord() {
        assertThatThrownBy(() -> new InventoryRole("two words", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InventoryRole("A|B", "x")).isInstanceOf(IllegalArgumentException.class);
    }

}
