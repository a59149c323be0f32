#include "program/setup/hash_pin.h"
#include "base/secret.h"
#include "lock/pin.h"
#include "system/exit_code.h"
#include "system/print.h"

#include <cstdio>
#include <fmt/format.h>
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

// A line, which may be too long to be a PIN.
struct Typed {
    Secret digits;
    bool too_long = false;
    bool operator==(Typed const&) const = default;
};

// That there are only digits is checked later.
Typed read_line()
{
    Typed line;
    for (int letter = 0; (letter = std::getchar()) != EOF && letter != '\n';) {
        if (letter == '\r') continue;
        line.too_long = line.digits.size() == lock::kMostDigits;
        line.digits.push(static_cast<char>(letter));
        if (line.too_long) {
            while (letter != EOF && letter != '\n') letter = std::getchar();
            break;
        }
    }
    return line;
}

} // namespace

int hash_pin_at_terminal()
{
    bool const terminal = ::isatty(STDIN_FILENO) != 0;
    EchoOff const unseen;
    std::setvbuf(stdin, nullptr, _IONBF, 0); // what is typed lies in no buffer but Secret, which is wiped
    if (terminal) print(Channel::errors, "A PIN for staff, 6 to 10 digits: ");
    auto const typed = read_line();
    if (terminal) {
        print(Channel::errors, "\nOnce more: ");
        auto const again = read_line();
        print(Channel::errors, "\n");
        if (again != typed) return fault("the two were not the same; nothing is set");
    }
    auto const found = typed.too_long ? lock::PinFault::no_digits : lock::fault_of(typed.digits.digits());
    if (found != lock::PinFault::none) return fault(lock::words_of(found));
    auto const hash = lock::hash_pin(typed.digits);
    if (!hash) return fault(hash.error().line());
    print(Channel::output, "pin_hash = \"{}\"\n", hash.value());
    return 0;
}

} // namespace kiosk::program
