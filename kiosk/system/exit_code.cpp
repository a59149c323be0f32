#include "system/exit_code.h"
#include "system/print.h"

#include <cstdio>
#include <fmt/format.h>

namespace kiosk {

int fault(std::string_view words)
{
    print(Channel::errors, "kiosk: {}\n", words);
    return kExitFault;
}

} // namespace kiosk
