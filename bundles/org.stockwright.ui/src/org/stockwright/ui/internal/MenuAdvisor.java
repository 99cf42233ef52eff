package org.stockwright.ui.internal;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.stockwright.ui.Workbench;

/** The menus that every installation has; areas put their commands into them by {@code org.eclipse.ui.menus}. */
final class MenuAdvisor extends ActionBarAdvisor {

    private static final String MAIN_TOOLBAR = "org.stockwright.ui.toolbar"; //$NON-NLS-1$
    private static final String KEY_ASSIST = "org.eclipse.ui.window.showKeyAssist"; //$NON-NLS-1$
    private static final String QUICK_ACCESS = "org.eclipse.ui.window.quickAccess"; //$NON-NLS-1$

    private IWorkbenchWindow window;

    MenuAdvisor(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow owner) {
        window = owner;
        for (ActionFactory factory : new ActionFactory[] { ActionFactory.SAVE, ActionFactory.SAVE_ALL,
            ActionFactory.CLOSE, ActionFactory.CLOSE_ALL, ActionFactory.QUIT, ActionFactory.PRINT,
            ActionFactory.PREFERENCES, ActionFactory.RESET_PERSPECTIVE, ActionFactory.INTRO,
            ActionFactory.DYNAMIC_HELP, ActionFactory.ABOUT }) {
            register(factory.create(window));
        }
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(file());
        bar.add(edit());
        bar.add(menu(Messages.Menu_stock, Workbench.STOCK_MENU));
        bar.add(menu(Messages.Menu_reports, Workbench.REPORTS_MENU));
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(window());
        bar.add(help());
    }

    private static MenuManager menu(String label, String id) {
        MenuManager menu = new MenuManager(label, id);
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        return menu;
    }

    private MenuManager file() {
        MenuManager menu = new MenuManager(Messages.Menu_file, IWorkbenchActionConstants.M_FILE);
        menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_START));
        menu.add(new GroupMarker(IWorkbenchActionConstants.NEW_EXT));
        menu.add(new GroupMarker(IWorkbenchActionConstants.OPEN_EXT));
        menu.add(new Separator());
        menu.add(getAction(ActionFactory.CLOSE.getId()));
        menu.add(getAction(ActionFactory.CLOSE_ALL.getId()));
        menu.add(new GroupMarker(IWorkbenchActionConstants.CLOSE_EXT));
        menu.add(new Separator());
        menu.add(getAction(ActionFactory.SAVE.getId()));
        menu.add(getAction(ActionFactory.SAVE_ALL.getId()));
        menu.add(new GroupMarker(IWorkbenchActionConstants.SAVE_EXT));
        menu.add(new Separator());
        menu.add(new GroupMarker(IWorkbenchActionConstants.IMPORT_EXT));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator());
        menu.add(getAction(ActionFactory.QUIT.getId()));
        menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_END));
        return menu;
    }

    private MenuManager edit() {
        MenuManager menu = new MenuManager(Messages.Menu_edit, IWorkbenchActionConstants.M_EDIT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_START));
        menu.add(command(IWorkbenchCommandConstants.EDIT_UNDO));
        menu.add(command(IWorkbenchCommandConstants.EDIT_REDO));
        menu.add(new Separator());
        menu.add(command(IWorkbenchCommandConstants.EDIT_CUT));
        menu.add(command(IWorkbenchCommandConstants.EDIT_COPY));
        menu.add(command(IWorkbenchCommandConstants.EDIT_PASTE));
        menu.add(command(IWorkbenchCommandConstants.EDIT_SELECT_ALL));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_END));
        return menu;
    }

    private MenuManager window() {
        MenuManager menu = new MenuManager(Messages.Menu_window, IWorkbenchActionConstants.M_WINDOW);
        MenuManager perspectives = new MenuManager(Messages.Menu_perspectives, "perspectives"); //$NON-NLS-1$
        perspectives.add(ContributionItemFactory.PERSPECTIVES_SHORTLIST.create(window));
        MenuManager views = new MenuManager(Messages.Menu_views, "views"); //$NON-NLS-1$
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        menu.add(perspectives);
        menu.add(views);
        menu.add(getAction(ActionFactory.RESET_PERSPECTIVE.getId()));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator());
        menu.add(getAction(ActionFactory.PREFERENCES.getId()));
        return menu;
    }

    private MenuManager help() {
        MenuManager menu = new MenuManager(Messages.Menu_help, IWorkbenchActionConstants.M_HELP);
        menu.add(getAction(ActionFactory.INTRO.getId()));
        menu.add(new GroupMarker(IWorkbenchActionConstants.HELP_START));
        menu.add(new Separator());
        menu.add(getAction(ActionFactory.DYNAMIC_HELP.getId()));
        menu.add(command(QUICK_ACCESS));
        menu.add(command(KEY_ASSIST));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new GroupMarker(IWorkbenchActionConstants.HELP_END));
        menu.add(new Separator());
        menu.add(getAction(ActionFactory.ABOUT.getId()));
        return menu;
    }

    private CommandContributionItem command(String id) {
        return new CommandContributionItem(new CommandContributionItemParameter(window, null, id,
            CommandContributionItem.STYLE_PUSH));
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        ToolBarManager tools = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        tools.add(getAction(ActionFactory.SAVE.getId()));
        tools.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(new ToolBarContributionItem(tools, MAIN_TOOLBAR));
    }

}
