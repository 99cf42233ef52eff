package org.stockwright.security.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.ledger.Location;
import org.stockwright.security.Permission;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.Roles;
import org.stockwright.security.SecurityPermission;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** One role: its name, the permissions by area, and the sites to which it is limited. */
final class RoleForm {

    private final Supplier<Optional<Roles>> roles;
    private final Supplier<Notices> notices;
    private final Composite form;
    private final Text name;
    private final Text description;
    private final Label fixed;
    private final PermissionTree permissions;
    private final SiteTree sites;
    private final Button save;
    private final Button delete;
    private Optional<Role> shown = Optional.empty();
    private boolean fresh;

    RoleForm(Composite parent, Supplier<Optional<Roles>> roles, Supplier<Notices> notices) {
        this.roles = roles;
        this.notices = notices;
        form = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 10).spacing(12, 8).applyTo(form);
        name = text(Messages.Roles_nameLabel);
        description = text(Messages.Roles_descriptionLabel);
        fixed = new Label(form, SWT.WRAP);
        fixed.setText(Messages.Roles_fixed);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).exclude(true).applyTo(fixed);
        fixed.setVisible(false);
        Composite trees = new Composite(form, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 4).applyTo(trees);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(trees);
        new Label(trees, SWT.NONE).setText(Messages.Roles_permissions);
        new Label(trees, SWT.NONE).setText(Messages.Roles_sites);
        permissions = new PermissionTree(trees);
        GridDataFactory.fillDefaults().grab(true, true).hint(480, 140).applyTo(permissions.control());
        sites = new SiteTree(trees);
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 140).applyTo(sites.control());
        Composite bar = new Composite(form, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(bar);
        GridDataFactory.swtDefaults().span(2, 1).applyTo(bar);
        save = button(bar, Messages.Roles_save, this::save);
        delete = button(bar, Messages.Roles_delete, this::delete);
        Allowed.follow(form, this::enable);
    }

    private Text text(String label) {
        new Label(form, SWT.NONE).setText(label);
        Text text = new Text(form, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    private static Button button(Composite bar, String label, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void enable() {
        Optional<String> reason = Allowed.whyNot(SecurityPermission.ROLES);
        boolean changeable = reason.isEmpty() && (fresh || shown.filter(role -> !role.administrator()).isPresent());
        name.setEditable(changeable);
        description.setEditable(changeable);
        permissions.control().setEnabled(changeable);
        sites.control().setEnabled(changeable);
        save.setEnabled(changeable);
        delete.setEnabled(changeable && !fresh);
        save.setToolTipText(reason.orElse(null));
        delete.setToolTipText(reason.orElse(null));
    }

    /** What a role can be made of. */
    void choices(List<Permission> all, List<Location> places) {
        permissions.choices(all);
        sites.choices(places);
    }

    /** Whether a role is being written that is not stored yet. */
    boolean isNew() {
        return fresh;
    }

    /** Begins a new role. */
    void begin() {
        fill(Optional.empty());
        fresh = true;
        enable();
        name.setFocus();
    }

    /** Shows a role. */
    void show(Optional<Role> role) {
        if (fresh || !role.equals(shown)) {
            fill(role);
            enable();
        }
    }

    private void fill(Optional<Role> role) {
        fresh = false;
        shown = role;
        name.setText(role.map(Role::name).orElse("")); //$NON-NLS-1$
        description.setText(role.map(Role::description).orElse("")); //$NON-NLS-1$
        permissions.tick(role.map(Role::permissions).orElse(Set.of()));
        sites.tick(role.map(Role::sites).orElse(Set.of()));
        boolean administrator = role.filter(Role::administrator).isPresent();
        fixed.setVisible(administrator);
        ((org.eclipse.swt.layout.GridData) fixed.getLayoutData()).exclude = !administrator;
        form.layout(true, true);
    }

    private RoleDraft draft() {
        Set<String> ticked = new TreeSet<>(permissions.ticked());
        // Permissions of modules that are not installed now are kept.
        shown.ifPresent(role -> role.permissions().stream().filter(id -> !permissions.knows(id)).forEach(ticked::add));
        return new RoleDraft(shown.map(Role::id), shown.map(Role::version).orElse(0L), name.getText().strip(),
            description.getText().strip(), ticked, sites.ticked());
    }

    private void save() {
        RoleDraft draft = draft();
        roles.get().ifPresent(service -> Work.request(Messages.Roles_saving, progress -> service.save(draft)).on(form)
            .with(notices.get()).done(role -> {
                fill(Optional.of(role));
                enable();
                notices.get().done(NLS.bind(Messages.Roles_saved, role.name()));
            }).start());
    }

    private void delete() {
        Role role = shown.orElseThrow();
        if (MessageDialog.openConfirm(form.getShell(), Messages.Roles_name,
            NLS.bind(Messages.Roles_deleteAsk, role.name()))) {
            roles.get().ifPresent(service -> Work
                .request(Messages.Roles_saving, progress -> service.delete(role.id(), role.version())).on(form)
                .with(notices.get()).done(gone -> notices.get().done(NLS.bind(Messages.Roles_deleted, role.name())))
                .start());
        }
    }

}
