package org.stockwright.company.ui.internal;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Set;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.company.Companies;
import org.stockwright.company.Company;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;

/** The company's profile, where its book is, and its backups. */
public final class CompanyView extends StockwrightView {

    private ScrolledComposite scroll;
    private Composite form;
    private Text name;
    private Combo currency;
    private Combo zone;
    private Text location;
    private Text engine;
    private Text user;
    private Text backup;
    private CompanyProfile shown;

    @Override
    protected List<Class<?>> needs() {
        return List.of(CompanyProfiles.class, Companies.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.SETTINGS, Topic.UPKEEP);
    }

    @Override
    protected void createContent(Composite parent) {
        scroll = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        form = new Composite(scroll, SWT.NONE);
        scroll.setContent(form);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 12).spacing(12, 8).applyTo(form);
        name = field(form, Messages.Company_name, SWT.BORDER);
        currency = choice(form, Messages.Company_currency, Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode).sorted().toArray(String[]::new));
        zone = choice(form, Messages.Company_zone, ZoneId.getAvailableZoneIds().stream().sorted()
            .toArray(String[]::new));
        new Label(form, SWT.NONE);
        Composite saving = new Composite(form, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(saving);
        Button save = button(saving, Messages.Company_save, this::save);
        reason(saving);
        for (Control control : new Control[] { name, currency, zone, save }) {
            Allowed.guard(control, CatalogPermission.COMPANY);
        }
        location = field(form, Messages.Company_location, SWT.READ_ONLY);
        engine = field(form, Messages.Company_engine, SWT.READ_ONLY);
        user = field(form, Messages.Company_user, SWT.READ_ONLY);
        backup = field(form, Messages.Company_backup, SWT.READ_ONLY);
        new Label(form, SWT.NONE);
        Composite buttons = new Composite(form, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(buttons);
        button(buttons, Messages.Company_backUp, () -> run("backup")); //$NON-NLS-1$
        button(buttons, Messages.Company_restore, () -> run("restore")); //$NON-NLS-1$
        fit();
    }

    private static Text field(Composite form, String label, int style) {
        new Label(form, SWT.NONE).setText(label);
        Text text = new Text(form, style);
        GridDataFactory.fillDefaults().hint(420, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private static Combo choice(Composite form, String label, String[] items) {
        new Label(form, SWT.NONE).setText(label);
        Combo combo = new Combo(form, SWT.DROP_DOWN);
        combo.setItems(items);
        combo.setVisibleItemCount(15);
        return combo;
    }

    /** Why the company cannot be changed, beside the button: a disabled one is not asked for its tool tip. */
    private void reason(Composite row) {
        Label why = new Label(row, SWT.WRAP);
        GridDataFactory.fillDefaults().hint(420, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(why);
        Allowed.follow(why, () -> {
            why.setText(Allowed.whyNot(CatalogPermission.COMPANY).orElse("")); //$NON-NLS-1$
            fit();
        });
    }

    private void fit() {
        form.layout(true, true);
        scroll.setMinSize(form.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    private static Button button(Composite parent, String label, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.swtDefaults().applyTo(button);
        return button;
    }

    @Override
    protected void refresh() {
        service(Companies.class).ifPresent(companies -> Work.load(Messages.Company_load,
            progress -> companies.current()).on(name).with(notices()).quietly()
            .done(found -> found.ifPresent(this::show)).start());
    }

    private void show(Company company) {
        CompanyProfile profile = company.profile();
        if (!profile.equals(shown)) {
            shown = profile;
            name.setText(profile.name());
            currency.setText(profile.currency().getCurrencyCode());
            zone.setText(profile.zone().getId());
        }
        location.setText(company.location());
        engine.setText(company.engine());
        user.setText(company.user());
        backup.setText(company.lastBackup().map(instant -> DateTimeFormatter
            .ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(profile.zone()).format(instant))
            .orElse(Messages.Company_noBackup));
    }

    @Override
    protected void closed() {
        shown = null;
    }

    private void save() {
        CompanyProfile profile;
        try {
            profile = new CompanyProfile(name.getText().strip(), Currency.getInstance(currency.getText().strip()),
                ZoneId.of(zone.getText().strip()), shown != null && shown.demo());
        } catch (DateTimeException e) {
            notices().failed(Messages.bind(Messages.NewCompany_noZone, zone.getText()));
            return;
        } catch (IllegalArgumentException e) {
            notices().failed(Messages.bind(Messages.NewCompany_noCurrency, currency.getText()));
            return;
        }
        service(CompanyProfiles.class).ifPresent(profiles -> Work.request(Messages.Company_save,
            progress -> profiles.save(profile)).on(name).with(notices()).done(saved -> {
                shown = saved;
                notices().done(Messages.Company_saved);
            }).start());
    }

    private void run(String command) {
        try {
            getSite().getService(IHandlerService.class).executeCommand("org.stockwright.company.ui." + command, null); //$NON-NLS-1$
        } catch (CommandException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void focusContent() {
        name.setFocus();
    }

}
