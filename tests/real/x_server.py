# What a script asks of an X server that no packaged tool of the tests answers: whether the screens are on, what of the mouse
# pointer can be seen, and to take another size. Through the libraries that SDL itself uses.
#   x_server.py dpms            prints on, standby, suspend, off or none
#   x_server.py pointer         prints how many pixels of the pointer are not transparent
#   x_server.py resize W H      the size of the first screen
import ctypes
import sys

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
display = x11.XOpenDisplay(None)
if not display:
    sys.exit("no X server")


def dpms():
    xext = ctypes.CDLL("libXext.so.6")
    for function in (xext.DPMSQueryExtension, xext.DPMSInfo):
        function.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
    xext.DPMSCapable.argtypes = [ctypes.c_void_p]
    first, second = ctypes.c_int(), ctypes.c_int()
    if not xext.DPMSQueryExtension(display, ctypes.byref(first), ctypes.byref(second)) or not xext.DPMSCapable(display):
        return "none"
    level, enabled = ctypes.c_ushort(), ctypes.c_ubyte()
    xext.DPMSInfo(display, ctypes.byref(level), ctypes.byref(enabled))
    return ("on", "standby", "suspend", "off")[level.value]


class CursorImage(ctypes.Structure):
    _fields_ = [(name, ctypes.c_short) for name in ("x", "y")] + [
        (name, ctypes.c_ushort) for name in ("width", "height", "xhot", "yhot")] + [
        ("serial", ctypes.c_ulong), ("pixels", ctypes.POINTER(ctypes.c_ulong)), ("atom", ctypes.c_ulong), ("name", ctypes.c_char_p)]


def pointer():
    xfixes = ctypes.CDLL("libXfixes.so.3")
    xfixes.XFixesQueryVersion.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
    major, minor = ctypes.c_int(4), ctypes.c_int(0)
    xfixes.XFixesQueryVersion(display, ctypes.byref(major), ctypes.byref(minor))
    xfixes.XFixesGetCursorImage.argtypes = [ctypes.c_void_p]
    xfixes.XFixesGetCursorImage.restype = ctypes.POINTER(CursorImage)
    image = xfixes.XFixesGetCursorImage(display).contents
    return sum(1 for i in range(image.width * image.height) if image.pixels[i] >> 24 & 0xFF)


def resize(width, height):
    xrandr = ctypes.CDLL("libXrandr.so.2")

    class ModeInfo(ctypes.Structure):
        _fields_ = [("id", ctypes.c_ulong), ("width", ctypes.c_uint), ("height", ctypes.c_uint), ("clock", ctypes.c_ulong)] + [
            (name, ctypes.c_uint) for name in ("hstart", "hend", "htotal", "hskew", "vstart", "vend", "vtotal")] + [
            ("name", ctypes.c_char_p), ("length", ctypes.c_uint), ("flags", ctypes.c_ulong)]

    class Resources(ctypes.Structure):
        _fields_ = [("time", ctypes.c_ulong), ("config", ctypes.c_ulong), ("ncrtc", ctypes.c_int),
                    ("crtcs", ctypes.POINTER(ctypes.c_ulong)), ("noutput", ctypes.c_int),
                    ("outputs", ctypes.POINTER(ctypes.c_ulong)), ("nmode", ctypes.c_int), ("modes", ctypes.POINTER(ModeInfo))]
    pointer_, ulong = ctypes.c_void_p, ctypes.c_ulong
    xrandr.XRRGetScreenResources.argtypes = [pointer_, ulong]
    xrandr.XRRGetScreenResources.restype = ctypes.POINTER(Resources)
    xrandr.XRRCreateMode.argtypes = [pointer_, ulong, ctypes.POINTER(ModeInfo)]
    xrandr.XRRCreateMode.restype = ulong
    xrandr.XRRAddOutputMode.argtypes = [pointer_, ulong, ulong]
    xrandr.XRRSetScreenSize.argtypes = [pointer_, ulong] + 4 * [ctypes.c_int]
    xrandr.XRRSetCrtcConfig.argtypes = [pointer_, ctypes.POINTER(Resources), ulong, ulong, ctypes.c_int, ctypes.c_int, ulong,
                                        ctypes.c_ushort, ctypes.POINTER(ulong), ctypes.c_int]
    root = x11.XDefaultRootWindow(display)
    resources = xrandr.XRRGetScreenResources(display, root)
    known = {(resources.contents.modes[i].width, resources.contents.modes[i].height): resources.contents.modes[i].id
             for i in range(resources.contents.nmode)}
    output, crtc = resources.contents.outputs[0], resources.contents.crtcs[0]
    mode = known.get((width, height))
    if mode is None:
        name = f"{width}x{height}".encode()
        wanted = ModeInfo(0, width, height, width * height * 60, width, width, width, 0, height, height, height, name, len(name), 0)
        mode = xrandr.XRRCreateMode(display, root, ctypes.byref(wanted))
        xrandr.XRRAddOutputMode(display, output, mode)
        resources = xrandr.XRRGetScreenResources(display, root)
    none, one = ctypes.POINTER(ulong)(), (ulong * 1)(output)
    xrandr.XRRSetCrtcConfig(display, resources, crtc, 0, 0, 0, 0, 1, none, 0)
    xrandr.XRRSetScreenSize(display, root, width, height, width // 4, height // 4)
    status = xrandr.XRRSetCrtcConfig(display, resources, crtc, 0, 0, 0, mode, 1, one, 1)
    x11.XSync(display, 0)
    return "resized" if status == 0 else f"refused: {status}"


print({"dpms": dpms, "pointer": pointer, "resize": lambda: resize(int(sys.argv[2]), int(sys.argv[3]))}[sys.argv[1]]())
