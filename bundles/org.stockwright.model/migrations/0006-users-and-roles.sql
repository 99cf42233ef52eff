-- Who may do what. A role is a set of permissions, limited to sites when it has any; a grant says who gave it and when,
-- so that rules about which roles exclude one another can look at it. Names are compared by their keys, in lower case.

CREATE TABLE app_role (
    id BIGINT NOT NULL PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    name_key VARCHAR(100) NOT NULL,
    description VARCHAR(400) NOT NULL,
    administrator SMALLINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT app_role_name_unique UNIQUE (name_key)
);

-- Permissions are names that areas and modules declare; those of a module that is not installed now are kept.
CREATE TABLE role_permission (
    role_id BIGINT NOT NULL,
    permission VARCHAR(100) NOT NULL,
    CONSTRAINT role_permission_pk PRIMARY KEY (role_id, permission),
    CONSTRAINT role_permission_role FOREIGN KEY (role_id) REFERENCES app_role (id)
);

CREATE TABLE role_site (
    role_id BIGINT NOT NULL,
    location_id BIGINT NOT NULL,
    CONSTRAINT role_site_pk PRIMARY KEY (role_id, location_id),
    CONSTRAINT role_site_role FOREIGN KEY (role_id) REFERENCES app_role (id),
    CONSTRAINT role_site_location FOREIGN KEY (location_id) REFERENCES location (id)
);

-- password holds no password but its Argon2id hash with salt and parameters.
CREATE TABLE app_user (
    id BIGINT NOT NULL PRIMARY KEY,
    name VARCHAR(64) NOT NULL,
    name_key VARCHAR(64) NOT NULL,
    display_name VARCHAR(200) NOT NULL,
    active SMALLINT NOT NULL,
    password VARCHAR(255) NOT NULL,
    password_changed_at BIGINT NOT NULL,
    password_due SMALLINT NOT NULL,
    wrong_tries INTEGER NOT NULL,
    waits_until BIGINT,
    last_sign_in_at BIGINT,
    created_by VARCHAR(128) NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT app_user_name_unique UNIQUE (name_key),
    CONSTRAINT app_user_tries CHECK (wrong_tries >= 0)
);

CREATE TABLE user_role (
    user_id BIGINT NOT NULL,
    role_id BIGINT NOT NULL,
    granted_by VARCHAR(128) NOT NULL,
    granted_at BIGINT NOT NULL,
    CONSTRAINT user_role_pk PRIMARY KEY (user_id, role_id),
    CONSTRAINT user_role_user FOREIGN KEY (user_id) REFERENCES app_user (id),
    CONSTRAINT user_role_role FOREIGN KEY (role_id) REFERENCES app_role (id)
);

-- Writers of users and roles lock this row and so take turns: nobody can become the second first user, and two cannot
-- take each other's administration away.
INSERT INTO setting VALUES ('security.writers', '', 0);
