#include "app/exit_code.h"

#include <cstdio>
#include <fmt/format.h>

namespace kiosk::app {

int fault(std::string_view words)
{
    fmt::print(stderr, "kiosk: {}\n", words);
    return kExitFault;
}

} // namespace kiosk::app
