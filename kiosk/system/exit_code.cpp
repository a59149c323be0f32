#include "system/exit_code.h"
#include "system/say.h"

#include <cstdio>
#include <fmt/format.h>

namespace kiosk {

int fault(std::string_view words)
{
    say(Channel::errors, "kiosk: {}\n", words);
    return kExitFault;
}

} // namespace kiosk
