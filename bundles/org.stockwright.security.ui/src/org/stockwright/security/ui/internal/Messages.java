package org.stockwright.security.ui.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle. */
final class Messages extends NLS {

    public static String Audit_after;
    public static String Audit_apply;
    public static String Audit_badDate;
    public static String Audit_before;
    public static String Audit_date;
    public static String Audit_from;
    public static String Audit_hidden;
    public static String Audit_key;
    public static String Audit_keyLabel;
    public static String Audit_subject;
    public static String Audit_subjectLabel;
    public static String Audit_to;
    public static String Audit_user;
    public static String Audit_what;
    public static String Audit_when;
    public static String Audit_who;
    public static String Lock_explanation;
    public static String Lock_heading;
    public static String Lock_minutes;
    public static String Lock_preferences;
    public static String Lock_title;
    public static String Lock_unlock;
    public static String NewUser_button;
    public static String NewUser_done;
    public static String NewUser_first;
    public static String NewUser_firstMessage;
    public static String NewUser_job;
    public static String NewUser_message;
    public static String NewUser_password;
    public static String NewUser_repeat;
    public static String NewUser_title;
    public static String Password_button;
    public static String Password_differ;
    public static String Password_done;
    public static String Password_due;
    public static String Password_job;
    public static String Password_message;
    public static String Password_new;
    public static String Password_old;
    public static String Password_repeat;
    public static String Password_title;
    public static String Reset_button;
    public static String Reset_done;
    public static String Reset_message;
    public static String Reset_title;
    public static String Roles_delete;
    public static String Roles_deleteAsk;
    public static String Roles_deleted;
    public static String Roles_description;
    public static String Roles_descriptionLabel;
    public static String Roles_everywhere;
    public static String Roles_fixed;
    public static String Roles_limited;
    public static String Roles_load;
    public static String Roles_means;
    public static String Roles_name;
    public static String Roles_nameLabel;
    public static String Roles_new;
    public static String Roles_none;
    public static String Roles_permission;
    public static String Roles_permissions;
    public static String Roles_save;
    public static String Roles_saved;
    public static String Roles_saving;
    public static String Roles_sites;
    public static String Roles_users;
    public static String SignIn_button;
    public static String SignIn_job;
    public static String SignIn_message;
    public static String SignIn_name;
    public static String SignIn_noName;
    public static String SignIn_password;
    public static String SignIn_title;
    public static String Users_active;
    public static String Users_display;
    public static String Users_displayLabel;
    public static String Users_due;
    public static String Users_lastSignIn;
    public static String Users_load;
    public static String Users_lock;
    public static String Users_locked;
    public static String Users_lockedDone;
    public static String Users_name;
    public static String Users_nameLabel;
    public static String Users_new;
    public static String Users_none;
    public static String Users_noneMore;
    public static String Users_reset;
    public static String Users_roles;
    public static String Users_rolesLabel;
    public static String Users_save;
    public static String Users_saved;
    public static String Users_saving;
    public static String Users_setUp;
    public static String Users_state;
    public static String Users_unlock;
    public static String Users_unlockedDone;
    public static String Users_waits;

    static {
        NLS.initializeMessages("org.stockwright.security.ui.internal.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }

}
