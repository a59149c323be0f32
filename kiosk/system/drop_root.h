// Drops root's privileges before a program works in a folder that a service owns, such as /var/lib/kiosk/data. Whoever
// has taken over that service may have placed a link there, and root would write through it; so the program becomes the
// folder's owner, for good. In a person's folder, or root's own, it stays root. Called once at start, before any
// thread.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <optional>
#include <sys/types.h>

namespace kiosk {

// Lower ids belong to services (Debian Policy 9.2.2: 100 to 999; 1 to 99 are the base system's).
constexpr uid_t kFirstHumanUser = 1000;

// The first owner between 1 and 999 among all parts of `path`, links and their targets included; nothing where there is
// none. Parts before it belong to root or to a person, so that no service can have changed them.
std::optional<uid_t> first_service_owner(std::filesystem::path const& path);

// Where this process is root and a service owns a part of `path`: it becomes that service, with its groups and its
// HOME. After an Error the program must end.
Result<> drop_root_for(std::filesystem::path const& path);

} // namespace kiosk
