// Root's rights, laid down before anything is done in a folder of a service's own, such as /var/lib/kiosk/data. Whoever
// has taken such a service over may have put a link in the place of anything in there, and root would write through it.
// So a program that was started as root goes on as the folder's owner, for good. A person's folder, and root's own, are
// left to root: who asked for it may. Owner: none; called once at start, before any thread.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <optional>
#include <sys/types.h>

namespace kiosk {

// Users below are services' (Debian Policy 9.2.2: 100 to 999; 1 to 99 are the base system's).
constexpr uid_t kFirstPerson = 1000;

// The first owner between 1 and 999 of all that lies on the way to `path`, links and what they lead to included;
// nothing where there is none. What is not there has no owner. Nobody but root can change what was passed by then.
std::optional<uid_t> service_on_the_way(std::filesystem::path const& path);

// Where this process is root and a service owns something on the way: it is that service from now on, with its groups
// and its home. An Error where that cannot be done: then nothing may be touched.
Result<> lay_down_root_for(std::filesystem::path const& path);

} // namespace kiosk
