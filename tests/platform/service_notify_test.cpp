#include "platform/service_notify.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <memory>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "support/temporary_folder.h"

using namespace std::chrono_literals;
using namespace kiosk;
using platform::ServiceNotify;

namespace {

Instant after(Duration since) { return Instant{since}; }

// What a service manager hears.
struct Heard {
    std::shared_ptr<std::vector<std::string>> lines = std::make_shared<std::vector<std::string>>();
    ServiceNotify service(std::size_t screens = 1, Duration watchdog = 18s) const
    {
        return ServiceNotify({screens, watchdog, [kept = lines](std::string const& line) { kept->push_back(line); }});
    }
    long of(std::string const& line) const { return std::count(lines->begin(), lines->end(), line); }
};

// A screen that presents a frame whenever one is due, for so long.
void run(ServiceNotify& service, Duration from, Duration to)
{
    for (auto now = from; now < to; now += 1s) {
        service.note_input_polled();
        auto const due = service.frame_due();
        if (due && *due <= after(now)) service.presented(0, after(now));
    }
}

// systemd's end of the socket.
class Manager {
public:
    explicit Manager(std::filesystem::path const& path) : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.string().copy(address.sun_path, sizeof(address.sun_path) - 1);
        REQUIRE(::bind(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof(address)) == 0);
        ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
        ::setenv("WATCHDOG_USEC", "3000000", 1);
    }
    ~Manager()
    {
        ::unsetenv("NOTIFY_SOCKET");
        ::unsetenv("WATCHDOG_USEC");
        ::close(socket_);
    }
    Manager(Manager const&) = delete;
    Manager& operator=(Manager const&) = delete;
    // The next message, "" if there is none.
    std::string next() const
    {
        std::string text(200, '\0');
        auto const got = ::recv(socket_, text.data(), text.size(), MSG_DONTWAIT);
        text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return text;
    }

private:
    int socket_;
};

} // namespace

TEST_CASE("without a service manager nothing is sent and no frame is due")
{
    ::unsetenv("NOTIFY_SOCKET");
    ::setenv("WATCHDOG_USEC", "3000000", 1);
    auto service = ServiceNotify::from_environment(1);
    service.presented(0, after(1s));
    CHECK_FALSE(service.frame_due());
    ::unsetenv("WATCHDOG_USEC");
}

TEST_CASE("a service manager hears READY after the first frame, signs of life with frames, and the end")
{
    test::TemporaryFolder const folder;
    Manager const manager(folder.path() / "notify");
    auto service = ServiceNotify::from_environment(1);
    CHECK(manager.next() == "STATUS=starting");
    CHECK(manager.next().empty());
    service.presented(0, after(1s));
    CHECK(manager.next() == "READY=1");
    run(service, 1s, 10s);
    CHECK(manager.next() == "WATCHDOG=1");
    while (!manager.next().empty()) {
    }
    // The loop turns, but no frame is presented.
    service.note_input_polled();
    CHECK(manager.next().empty());
    service.stopping();
    CHECK(manager.next() == "STOPPING=1");
}

TEST_CASE("signs of life come at most every half of the time and always within it")
{
    Heard const heard;
    auto service = heard.service();
    service.presented(0, after(1s));
    CHECK(heard.of("READY=1") == 1);
    SUBCASE("from a screen at rest")
    {
        CHECK(*service.frame_due() == after(7s));
        run(service, 1s, 181s);
        CHECK(heard.of("WATCHDOG=1") == 14); // every 12 s of 18
    }
    SUBCASE("from a screen that moves")
    {
        for (auto now = 1s; now < 181s; now += 1s) {
            service.note_input_polled();
            service.presented(0, after(now));
        }
        CHECK(heard.of("WATCHDOG=1") == 19); // every 9 s
    }
    CHECK(heard.of("READY=1") == 1);
}

TEST_CASE("no sign of life comes from a loop that does not look for input, nor past a worker that is stuck")
{
    Heard const heard;
    auto service = heard.service();
    service.presented(0, after(1s));
    SUBCASE("input")
    {
        for (auto now = 1s; now < 100s; now += 1s) service.presented(0, after(now));
        CHECK(heard.of("WATCHDOG=1") == 0);
    }
    SUBCASE("worker")
    {
        service.worker_alive(after(1s));
        run(service, 1s, 1000s);
        auto const before = heard.of("WATCHDOG=1");
        CHECK(before == 50); // a disk may hang for ten minutes
        service.worker_alive(after(999s));
        run(service, 1000s, 1018s);
        CHECK(heard.of("WATCHDOG=1") > before);
    }
}

TEST_CASE("two screens are alive only together")
{
    Heard const heard;
    auto service = heard.service(2);
    service.presented(0, after(1s));
    CHECK(heard.of("READY=1") == 0);
    service.presented(1, after(2s));
    CHECK(heard.of("READY=1") == 1);
    for (auto now = 2s; now < 100s; now += 1s) {
        service.note_input_polled();
        service.presented(0, after(now));
    }
    CHECK(heard.of("WATCHDOG=1") == 1); // the other one stands still
}

TEST_CASE("a status is sent when it changes, one line of it")
{
    Heard const heard;
    auto service = heard.service();
    service.status("on x11\nmore");
    service.status("on x11\nmore");
    CHECK(*heard.lines == std::vector<std::string>{"STATUS=on x11"});
}
