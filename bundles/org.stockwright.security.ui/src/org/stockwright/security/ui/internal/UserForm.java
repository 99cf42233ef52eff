package org.stockwright.security.ui.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.Outcome;
import org.stockwright.security.Role;
import org.stockwright.security.RoleId;
import org.stockwright.security.SecurityPermission;
import org.stockwright.security.User;
import org.stockwright.security.Users;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** One user: the person's name, roles to tick, and what can be done about signing in. */
final class UserForm {

    private final Supplier<Optional<Users>> users;
    private final Supplier<Notices> notices;
    private final Composite form;
    private final Text name;
    private final Text display;
    private final Table roles;
    private final List<Button> buttons = new ArrayList<>();
    private final Button lock;
    private List<Role> known = List.of();
    private Optional<User> shown = Optional.empty();

    UserForm(Composite parent, Supplier<Optional<Users>> users, Supplier<Notices> notices) {
        this.users = users;
        this.notices = notices;
        form = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 10).spacing(12, 8).applyTo(form);
        name = text(Messages.Users_nameLabel, SWT.READ_ONLY);
        display = text(Messages.Users_displayLabel, SWT.BORDER);
        Label label = new Label(form, SWT.NONE);
        label.setText(Messages.Users_rolesLabel);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        roles = new Table(form, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 90).applyTo(roles);
        new Label(form, SWT.NONE);
        Composite bar = new Composite(form, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(bar);
        button(bar, Messages.Users_save, this::save);
        lock = button(bar, Messages.Users_lock, this::lock);
        button(bar, Messages.Users_reset, this::reset);
        Allowed.follow(form, this::enable);
    }

    private Text text(String label, int style) {
        new Label(form, SWT.NONE).setText(label);
        Text text = new Text(form, style);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).hint(360, SWT.DEFAULT).applyTo(text);
        ((GridData) text.getLayoutData()).horizontalAlignment = SWT.BEGINNING;
        return text;
    }

    private Button button(Composite bar, String label, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        buttons.add(button);
        return button;
    }

    private void enable() {
        Optional<String> reason = Allowed.whyNot(SecurityPermission.USERS);
        boolean enabled = shown.isPresent() && reason.isEmpty();
        display.setEditable(enabled);
        roles.setEnabled(enabled);
        for (Button button : buttons) {
            button.setEnabled(enabled);
            button.setToolTipText(reason.orElse(null));
        }
    }

    /** The roles that can be ticked. */
    void roles(List<Role> all) {
        if (!all.equals(known)) {
            known = List.copyOf(all);
            roles.removeAll();
            for (Role role : known) {
                TableItem item = new TableItem(roles, SWT.NONE);
                item.setText(role.description().isEmpty() ? role.name()
                    : NLS.bind("{0} – {1}", role.name(), role.description())); //$NON-NLS-1$
            }
            tick();
        }
    }

    /** Shows a user; what is typed for the same user and version is kept. */
    void show(Optional<User> user) {
        if (user.equals(shown)) {
            return;
        }
        shown = user;
        name.setText(user.map(User::name).orElse("")); //$NON-NLS-1$
        display.setText(user.map(User::displayName).orElse("")); //$NON-NLS-1$
        lock.setText(user.map(User::active).orElse(Boolean.TRUE) ? Messages.Users_lock : Messages.Users_unlock);
        tick();
        enable();
        form.layout(true, true);
    }

    private void tick() {
        Set<RoleId> given = given();
        for (int i = 0; i < known.size(); i++) {
            roles.getItem(i).setChecked(given.contains(known.get(i).id()));
        }
    }

    private Set<RoleId> given() {
        return shown.map(user -> user.roles().stream().map(User.Grant::role).collect(Collectors.toSet()))
            .orElse(Set.of());
    }

    private void save() {
        User user = shown.orElseThrow();
        String person = display.getText().strip();
        Set<RoleId> before = given();
        Set<RoleId> wanted = new HashSet<>();
        for (int i = 0; i < known.size(); i++) {
            if (roles.getItem(i).getChecked()) {
                wanted.add(known.get(i).id());
            }
        }
        request(NLS.bind(Messages.Users_saving, user.name()), NLS.bind(Messages.Users_saved, user.name()),
            service -> stored(service, user, person, before, wanted));
    }

    /** New roles first: whoever changes hands is never without any. */
    private static Outcome<User> stored(Users users, User user, String person, Set<RoleId> before,
        Set<RoleId> wanted) {
        Outcome<User> outcome = person.equals(user.displayName()) ? Outcome.done(user)
            : users.save(user.name(), person, user.version());
        for (RoleId role : wanted) {
            if (!before.contains(role)) {
                outcome = outcome.then(ignored -> users.grant(user.name(), role));
            }
        }
        for (RoleId role : before) {
            if (!wanted.contains(role)) {
                outcome = outcome.then(ignored -> users.withdraw(user.name(), role));
            }
        }
        return outcome;
    }

    private void lock() {
        User user = shown.orElseThrow();
        request(NLS.bind(Messages.Users_saving, user.name()),
            NLS.bind(user.active() ? Messages.Users_lockedDone : Messages.Users_unlockedDone, user.name()),
            service -> user.active() ? service.lock(user.name()) : service.unlock(user.name()));
    }

    private void reset() {
        String user = shown.orElseThrow().name();
        users.get().ifPresent(
            service -> new ResetPasswordDialog(form.getShell(), service, user, notices.get()).open());
    }

    private void request(String job, String sentence, java.util.function.Function<Users, Outcome<User>> change) {
        users.get().ifPresent(service -> Work.request(job, progress -> change.apply(service)).on(form)
            .with(notices.get()).done(user -> notices.get().done(sentence)).start());
    }

    Control control() {
        return form;
    }

}
