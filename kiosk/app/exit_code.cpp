#include "app/exit_code.h"
#include "base/say.h"

#include <cstdio>
#include <fmt/format.h>

namespace kiosk::app {

int fault(std::string_view words)
{
    say(Channel::errors, "kiosk: {}\n", words);
    return kExitFault;
}

} // namespace kiosk::app
