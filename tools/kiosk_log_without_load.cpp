// kiosk-log of a build without PostgreSQL.
#include "tools/kiosk_log_common.h"

namespace kiosk::tools {

namespace {

Error without_postgres()
{
    return {"kiosk-log", "this program was built without PostgreSQL", "build it with KIOSK_POSTGRES=ON"};
}

} // namespace

bool can_load() { return false; }

int load_command(LoadChoice const&) { return fail(without_postgres()); }

Result<bool> forget_in_database(std::string const&, std::string const&) { return without_postgres(); }

} // namespace kiosk::tools
