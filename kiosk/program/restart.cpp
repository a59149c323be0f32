#include "program/restart.h"
#include "system/log.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <unistd.h>

namespace kiosk::program {

void restart_program(char** argv)
{
    ::execv("/proc/self/exe", argv);
    log(LogLevel::fault, std::string("the program cannot begin again: ") + std::strerror(errno));
}

} // namespace kiosk::program
