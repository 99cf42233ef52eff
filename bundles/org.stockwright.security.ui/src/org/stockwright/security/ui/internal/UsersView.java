package org.stockwright.security.ui.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.security.Role;
import org.stockwright.security.SecurityPermission;
import org.stockwright.security.User;
import org.stockwright.security.Users;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/** The users with their roles; on a book without users it says what users are good for and makes the first one. */
public final class UsersView extends StockwrightView {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
        .withZone(ZoneId.systemDefault());

    private final StackLayout stack = new StackLayout();
    private Composite root;
    private Composite setUp;
    private SashForm sash;
    private Grid<User> grid;
    private UserForm form;
    private Action add;

    /** What is shown: the users, and the roles that can be given. */
    private record Shown(List<User> users, List<Role> roles) {
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Users.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        root = new Composite(parent, SWT.NONE);
        root.setLayout(stack);
        setUp = new SetUpPage(root, this::add).control();
        sash = new SashForm(root, SWT.VERTICAL);
        Composite upper = new Composite(sash, SWT.NONE);
        upper.setLayout(new org.eclipse.swt.layout.FillLayout());
        grid = new Grid<>(upper, "security.users", columns(), User::name); //$NON-NLS-1$
        grid.mark(user -> user.active() ? Mark.NONE : Mark.BAD);
        grid.onSelect(rows -> form.show(rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst())));
        form = new UserForm(sash, () -> service(Users.class), this::notices);
        sash.setWeights(55, 45);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        add = new Action(Messages.Users_new) {

            @Override
            public void run() {
                add();
            }

        };
        bar.add(add);
        Allowed.guard(add, root, SecurityPermission.USERS);
        grid.fillToolBar(bar);
        grid.provideSelection(getSite());
        stack.topControl = setUp;
    }

    private static List<Column<User>> columns() {
        List<Column<User>> columns = new ArrayList<>();
        columns.add(Column.<User>text("name", Messages.Users_name, User::name).width(18)); //$NON-NLS-1$
        columns.add(Column.<User>text("display", Messages.Users_display, User::displayName).width(24)); //$NON-NLS-1$
        columns.add(Column.<User>text("roles", Messages.Users_roles, //$NON-NLS-1$
            user -> user.roles().stream().map(User.Grant::name).collect(Collectors.joining(", "))).width(40)); //$NON-NLS-1$
        columns.add(Column.<User>text("state", Messages.Users_state, UsersView::state).width(28)); //$NON-NLS-1$
        columns.add(Column.<User, Instant>of("lastSignIn", Messages.Users_lastSignIn, //$NON-NLS-1$
            user -> user.lastSignIn().orElse(null), TIME::format)
            .width(20));
        return columns;
    }

    private static String state(User user) {
        if (!user.active()) {
            return Messages.Users_locked;
        }
        Optional<Instant> waits = user.waitsUntil().filter(until -> until.isAfter(Instant.now()));
        if (waits.isPresent()) {
            return NLS.bind(Messages.Users_waits, TIME.format(waits.get()));
        }
        return user.passwordDue() ? Messages.Users_due : Messages.Users_active;
    }

    private void add() {
        service(Users.class).ifPresent(users -> new NewUserDialog(getSite().getShell(), users,
            stack.topControl == setUp, user -> {
                notices().done(NLS.bind(Messages.NewUser_done, user.name()));
                grid.select(Set.of(user.name()));
                refreshSoon();
            }).open());
    }

    @Override
    protected void refresh() {
        service(Users.class).ifPresent(users -> Work
            .load(Messages.Users_load, progress -> new Shown(users.list(), users.roles())).on(root).with(notices())
            .quietly().done(this::show).start());
    }

    private void show(Shown shown) {
        Composite page = shown.users().isEmpty() ? setUp : sash;
        if (stack.topControl != page) {
            stack.topControl = page;
            root.layout();
        }
        form.roles(shown.roles());
        grid.setRows(shown.users());
        List<User> chosen = grid.selection();
        if (chosen.isEmpty() && !shown.users().isEmpty()) {
            grid.select(Set.of(shown.users().getFirst().name()));
            form.show(Optional.of(shown.users().getFirst()));
        } else {
            form.show(shown.users().stream().filter(user -> chosen.stream()
                .anyMatch(other -> other.name().equals(user.name()))).findFirst());
        }
    }

    @Override
    protected void closed() {
        grid.setRows(List.of());
        form.show(Optional.empty());
        stack.topControl = sash;
        root.layout();
    }

    @Override
    protected void focusContent() {
        if (stack.topControl == setUp) {
            setUp.setFocus();
        } else {
            grid.setFocus();
        }
    }

}
