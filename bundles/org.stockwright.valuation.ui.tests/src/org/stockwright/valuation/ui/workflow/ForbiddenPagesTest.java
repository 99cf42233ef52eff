package org.stockwright.valuation.ui.workflow;

import java.util.Hashtable;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.LocationId;
import org.stockwright.base.Refusal;
import org.stockwright.security.Access;
import org.stockwright.security.SecurityPermission;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.Services;
import org.stockwright.valuation.ValuationPermission;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.ui.internal.ControlPerspective;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever may not do something sees that, and why, before he tries. */
class ForbiddenPagesTest {

    private static final String UI = "org.stockwright.valuation.ui.";

    private final StockwrightBot bot = new StockwrightBot();
    private final ControlBook book = ControlBook.open(bot);
    private ServiceRegistration<Access> registration;

    @AfterEach
    void everythingIsAllowedAgain() {
        registration.unregister();
        tell();
    }

    /** The workbench asks this access first; the services still decide by the real one. */
    private void forbid(Predicate<String> forbidden) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, 1000);
        BundleContext context = FrameworkUtil.getBundle(ControlPerspective.class).getBundleContext();
        registration = context.registerService(Access.class, new Access() {

            @Override
            public String user() {
                return "kim";
            }

            @Override
            public boolean may(String permission) {
                return !forbidden.test(permission);
            }

            @Override
            public Optional<Refusal> refusal(String permission) {
                return may(permission) ? Optional.empty()
                    : Optional.of(Refusal.of(ValuationRefusal.BAD_TEXT, "kim", "one who may: " + permission));
            }

            @Override
            public Optional<Set<LocationId>> sites(String permission) {
                return may(permission) ? Optional.empty() : Optional.of(Set.of());
            }

        }, properties);
        tell();
    }

    private void tell() {
        Services.findAll(ControlPerspective.class, ChangeListener.class)
            .forEach(listener -> listener.changed(Set.of(Topic.ACCESS)));
        book.settle();
    }

    @Test
    void whoMayLookButNotSetSeesWhyAtTheTools() {
        forbid(Set.of(ValuationPermission.POLICIES, ValuationPermission.COSTS, ValuationPermission.EXPORT)::contains);
        assertForbidden("Cost methods", "methods", "Change cost method…", ValuationPermission.POLICIES);
        assertForbidden("Standard costs", "standards", "New standard cost…", ValuationPermission.POLICIES);
        assertForbidden("Accounts and posting rules", "accounts", "New posting rule…", ValuationPermission.POLICIES);
        assertForbidden("Exchange rates", "rates", "New exchange rate…", ValuationPermission.POLICIES);
        assertForbidden("Write-downs", "writeDowns", "Post write-downs…", ValuationPermission.COSTS);
        assertThat(bot.menu("Control").menu("Export journal...").isEnabled()).isFalse();
        book.picture("pages-forbidden-tools");
    }

    private void assertForbidden(String entry, String view, String tool, String permission) {
        BotView opened = book.view(entry, UI + view);
        book.settle();
        var button = opened.bot().toolbarButtonWithTooltip(tool);
        assertThat(button.isEnabled()).as(tool).isFalse();
        assertThat(button.getToolTipText()).as(tool).contains("one who may: " + permission);
    }

    @Test
    void whoMayNotSeeCostsSeesNoValuesAndWhy() {
        forbid(SecurityPermission.COSTS::equals);
        for (String view : new String[] { "methods", "standards", "accounts", "rates", "writeDowns" }) {
            BotView opened = bot.viewById(UI + view);
            book.await(view + " says why it is empty",
                () -> opened.notice().contains("one who may: " + SecurityPermission.COSTS));
            assertThat(opened.bot().natTable().rowCount()).as(view).isZero();
        }
        book.picture("pages-forbidden");
    }

}
