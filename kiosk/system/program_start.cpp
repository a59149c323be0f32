#include "system/program_start.h"
#include "system/drop_root.h"

#include <string_view>
#include <sys/resource.h>
#include <sys/stat.h>

namespace kiosk {

Result<> prepare_process(int argc, char const* const* argv)
{
    constexpr mode_t kOwnAlone = 0077;
    ::umask(kOwnAlone);
    // A core file would keep what only memory should: PINs, keys, the visit that goes on.
    constexpr rlimit kNone{0, 0};
    ::setrlimit(RLIMIT_CORE, &kNone);
    KIOSK_TRY(drop_root_for("."));
    for (int i = 1; i < argc; ++i) {
        std::string_view argument = argv[i];
        // --data=FOLDER, as well as --data FOLDER.
        if (argument.starts_with('-')) {
            auto const equals = argument.find('=');
            if (equals == std::string_view::npos) continue;
            argument.remove_prefix(equals + 1);
        }
        KIOSK_TRY(drop_root_for(argument));
    }
    return success();
}

} // namespace kiosk
