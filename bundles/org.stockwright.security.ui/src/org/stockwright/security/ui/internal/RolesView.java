package org.stockwright.security.ui.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.LocationId;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.security.Permission;
import org.stockwright.security.Role;
import org.stockwright.security.Roles;
import org.stockwright.security.SecurityPermission;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;

/** The roles: what they allow, and at which sites. */
public final class RolesView extends StockwrightView {

    private Composite root;
    private Grid<Role> grid;
    private RoleForm form;
    private Map<LocationId, String> places = Map.of();

    /** What is shown: the roles, what they can be made of, and the tree of places. */
    private record Shown(List<Role> roles, List<Permission> permissions, List<Location> places) {
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Roles.class, Locations.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.ACCESS, Topic.LOCATIONS);
    }

    @Override
    protected void createContent(Composite parent) {
        root = parent;
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        Composite upper = new Composite(sash, SWT.NONE);
        upper.setLayout(new FillLayout());
        grid = new Grid<>(upper, "security.roles", List.of( //$NON-NLS-1$
            Column.<Role>text("name", Messages.Roles_name, Role::name).width(24), //$NON-NLS-1$
            Column.<Role>text("description", Messages.Roles_description, Role::description).width(60), //$NON-NLS-1$
            Column.<Role>text("sites", Messages.Roles_limited, this::sites).width(24), //$NON-NLS-1$
            Column.<Role>number("users", Messages.Roles_users, role -> BigDecimal.valueOf(role.users())).width(8)), //$NON-NLS-1$
            Role::id);
        grid.onSelect(rows -> form.show(rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst())));
        form = new RoleForm(sash, () -> service(Roles.class), this::notices);
        sash.setWeights(35, 65);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        Action add = new Action(Messages.Roles_new) {

            @Override
            public void run() {
                form.begin();
            }

        };
        bar.add(add);
        Allowed.guard(add, root, SecurityPermission.ROLES);
        grid.fillToolBar(bar);
        grid.provideSelection(getSite());
    }

    private String sites(Role role) {
        return role.sites().isEmpty() ? Messages.Roles_everywhere
            : role.sites().stream().map(id -> places.getOrDefault(id, id.toString())).sorted()
                .collect(Collectors.joining(", ")); //$NON-NLS-1$
    }

    @Override
    protected void refresh() {
        Optional<Roles> roles = service(Roles.class);
        Optional<Locations> locations = service(Locations.class);
        if (roles.isPresent() && locations.isPresent()) {
            Work.load(Messages.Roles_load,
                progress -> new Shown(roles.get().list(), roles.get().permissions(), locations.get().list())).on(root)
                .with(notices()).quietly().done(this::show).start();
        }
    }

    private void show(Shown shown) {
        Map<LocationId, String> codes = shown.places().stream().collect(Collectors.toMap(Location::id, Location::code));
        if (!codes.equals(places)) {
            // The rows do not hold the codes, so they do not tell that they look different now.
            places = codes;
            grid.repaint();
        }
        form.choices(shown.permissions(), shown.places());
        List<Role> chosen = grid.selection();
        grid.setRows(shown.roles());
        if (shown.roles().isEmpty()) {
            notices().done(Messages.Roles_none);
        }
        if (form.isNew()) {
            return;
        }
        Optional<Role> again = shown.roles().stream()
            .filter(role -> chosen.stream().anyMatch(other -> other.id().equals(role.id()))).findFirst()
            .or(() -> shown.roles().stream().findFirst());
        if (grid.selection().isEmpty()) {
            again.ifPresent(role -> grid.select(Set.of(role.id())));
        }
        form.show(again);
    }

    @Override
    protected void closed() {
        grid.setRows(List.of());
        form.show(Optional.empty());
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
