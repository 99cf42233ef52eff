package org.stockwright.reporting.ui.internal;

import java.util.List;
import java.util.Map;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;
import org.stockwright.reporting.Reports;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.ui.Services;

/** The reports that the installed bundles contribute, while a company is open. */
public final class ReportsMenu extends CompoundContributionItem implements IWorkbenchContribution {

    private IServiceLocator locator;

    @Override
    public void initialize(IServiceLocator serviceLocator) {
        locator = serviceLocator;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        List<ReportContribution> reports = Services.find(ReportsMenu.class, Reports.class).map(Reports::list)
            .orElse(List.of());
        if (reports.isEmpty()) {
            Action none = new Action(Messages.Menu_none) {
                // says why there are no reports
            };
            none.setEnabled(false);
            return new IContributionItem[] { new ActionContributionItem(none) };
        }
        return reports.stream().map(this::item).toArray(IContributionItem[]::new);
    }

    private IContributionItem item(ReportContribution report) {
        CommandContributionItemParameter item = new CommandContributionItemParameter(locator,
            RunReportHandler.COMMAND + '.' + report.id(), RunReportHandler.COMMAND,
            CommandContributionItem.STYLE_PUSH);
        item.label = Messages.bind(Messages.Menu_report, report.title().replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        item.tooltip = report.description();
        item.icon = Pictures.descriptor("report"); //$NON-NLS-1$
        item.parameters = Map.of(RunReportHandler.REPORT, report.id());
        return new CommandContributionItem(item);
    }

}
