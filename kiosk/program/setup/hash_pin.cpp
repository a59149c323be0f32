#include "program/setup/hash_pin.h"
#include "lock/pin.h"
#include "system/exit_code.h"
#include "system/print.h"

#include <cstdio>
#include <fmt/format.h>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace kiosk::program {

namespace {

// Switches the terminal's echo off while it lives.
class EchoOff {
public:
    EchoOff()
    {
        if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
        auto unseen = before_;
        unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        changed_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen) == 0;
    }
    EchoOff(EchoOff const&) = delete;
    EchoOff& operator=(EchoOff const&) = delete;
    ~EchoOff()
    {
        if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }

private:
    termios before_{};
    bool changed_ = false;
};

// One line, cut one letter beyond the longest PIN. That there are only digits is checked later.
std::string read_line()
{
    std::string line;
    for (int letter = 0; (letter = std::getchar()) != EOF && letter != '\n';)
        if (letter != '\r' && line.size() <= lock::kMostDigits) line += static_cast<char>(letter);
    return line;
}

} // namespace

int hash_pin_at_terminal()
{
    bool const terminal = ::isatty(STDIN_FILENO) != 0;
    EchoOff const unseen;
    if (terminal) print(Channel::errors, "A PIN for staff, 6 to 10 digits: ");
    auto const digits = read_line();
    if (terminal) {
        print(Channel::errors, "\nOnce more: ");
        auto const again = read_line();
        print(Channel::errors, "\n");
        if (again != digits) return fault("the two were not the same; nothing is set");
    }
    if (auto const found = lock::fault_of(digits); found != lock::PinFault::none) return fault(lock::words_of(found));
    auto const hash = lock::hash_pin(Secret(digits));
    if (!hash) return fault(hash.error().line());
    print(Channel::output, "pin_hash = \"{}\"\n", hash.value());
    return 0;
}

} // namespace kiosk::program
