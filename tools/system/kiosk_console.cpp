// kiosk-console: takes the kernel's console away from the keys, or gives it back. `lock 1` shows console 1, forbids
// every switch to another one (VT_LOCKSWITCH), switches its keyboard off (K_OFF) so that nothing that is typed reaches
// it, and lets it draw no text (KD_GRAPHICS); whether the kiosk runs, starts or has crashed. SDL does the like only for
// keyboards that it has opened itself, and undoes it when it crashes. `unlock 1` is for who looks after the machine.
// Run as root by kiosk.service.
#include "base/bounds.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <linux/kd.h>
#include <linux/vt.h>
#include <string>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace {

int fail(std::string const& what)
{
    std::fprintf(stderr, "kiosk-console: %s: %s\n", what.c_str(), std::strerror(errno));
    return 1;
}

int lock(int console, int number)
{
    // It may be locked from an earlier start; then console `number` is shown already.
    vt_stat now{};
    if (::ioctl(console, VT_GETSTATE, &now) != 0) return fail("no console");
    if (now.v_active != number &&
        (::ioctl(console, VT_UNLOCKSWITCH, 1) != 0 || ::ioctl(console, VT_ACTIVATE, number) != 0))
        return fail("cannot show it");
    for (int tries = 0; now.v_active != number && tries < 20; ++tries) {
        constexpr useconds_t kMoment = 50'000; // [us]; VT_WAITACTIVE would wait for ever for one that does not come
        ::usleep(kMoment);
        if (::ioctl(console, VT_GETSTATE, &now) != 0) return fail("no console");
    }
    if (::ioctl(console, VT_LOCKSWITCH, 1) != 0) return fail("cannot lock it");
    if (::ioctl(console, KDSKBMODE, K_OFF) != 0) return fail("cannot switch its keyboard off");
    return ::ioctl(console, KDSETMODE, KD_GRAPHICS) == 0 ? 0 : fail("cannot take its text away");
}

int unlock(int console)
{
    if (::ioctl(console, VT_UNLOCKSWITCH, 1) != 0) return fail("cannot unlock it");
    if (::ioctl(console, KDSKBMODE, K_UNICODE) != 0) return fail("cannot switch its keyboard on");
    return ::ioctl(console, KDSETMODE, KD_TEXT) == 0 ? 0 : fail("cannot give its text back");
}

} // namespace

int main(int argc, char** argv)
{
    auto const order = std::string_view(argc == 3 ? argv[1] : "");
    auto const number = kiosk::whole_number(argc == 3 ? argv[2] : "", {1, 63});
    if ((order != "lock" && order != "unlock") || !number) {
        std::fputs("kiosk-console: lock N or unlock N, N being the number of a console\n", stderr);
        return 2;
    }
    auto const path = "/dev/tty" + std::to_string(*number);
    int const console = ::open(path.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (console < 0) return fail(path);
    return order == "lock" ? lock(console, static_cast<int>(*number)) : unlock(console);
}
