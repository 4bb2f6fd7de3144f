import asyncio, time
from tests.adapters.matrix.conftest import *
async def test_x(matrix, tmp_path, proxy):
    for enc in (True, False, True, False):
        t=time.time(); c=time.process_time()
        for n in range(5): await matrix.person("Ana", encryption=enc)
        print(enc, (time.time()-t)/5)
    for _ in range(3):
        t=time.time()
        account = await matrix.account("tocsin")
        t1=time.time()
        async with on_its_own(account, proxy.url, tmp_path / str(t)) as device:
            t2=time.time()
            ana = await matrix.person("Ana", encryption=False)
            t3=time.time()
            await device.meets(ana, encrypted=False)
            t4=time.time()
        print("account", t1-t, "device", t2-t1, "person", t3-t2, "meets", t4-t3, "stop", time.time()-t4)
    print([(r.method, r.path[:40], round(r.took,3)) for r in proxy.requests[:30]])
